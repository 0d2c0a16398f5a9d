import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { PullPanelMessages } from './pull-panel.messages.ts'

/** What every piece of the panel is handed: its words and its part names. */
export interface PullLook {
  text: Text<PullPanelMessages>
  part: Part<'pull'>
}
