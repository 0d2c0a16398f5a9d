import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { SetupChecklistMessages } from './setup-checklist.messages.ts'

/** What every piece of the checklist is handed: its words and its part names. */
export interface SetupLook {
  text: Text<SetupChecklistMessages>
  part: Part<'setup'>
}
