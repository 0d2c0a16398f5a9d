import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { PushButtonMessages } from './push-button.messages.ts'

/** What every piece is handed: its words and its part names. */
export interface PushLook {
  text: Text<PushButtonMessages>
  part: Part<'push'>
}
