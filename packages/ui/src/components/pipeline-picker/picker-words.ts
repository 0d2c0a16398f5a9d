import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { PipelinePickerMessages } from './pipeline-picker.messages.ts'

/** What every part of the picker speaks and looks with. */
export interface PickerWords {
  t: Text<PipelinePickerMessages>
  part: Part<'pipeline'>
}
