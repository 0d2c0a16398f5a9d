import type { RefObject } from 'react'
import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { PullPanelMessages } from './pull-panel.messages.ts'

/** What every piece of the panel is handed: its words, its part names and the heading that focus can go to. */
export interface PullLook {
  text: Text<PullPanelMessages>
  part: Part<'pull'>
  heading: RefObject<HTMLHeadingElement | null>
}
