import type { PullPanelMessages } from './components/pull-panel/pull-panel.messages.ts'
import type { SetupChecklistMessages } from './components/setup-checklist/setup-checklist.messages.ts'
import type { ConnectionCardMessages } from './components/connection-card/connection-card.messages.ts'
import type { CommonMessages } from './primitives/common.messages.ts'

/** The messages of every component, by owner. */
export interface MessageCatalog {
  common: CommonMessages
  connection: ConnectionCardMessages
  setup: SetupChecklistMessages
  pull: PullPanelMessages
}

/** A host's own words or language: any part of the catalog. */
export type MessageOverrides = { [Owner in keyof MessageCatalog]?: Partial<MessageCatalog[Owner]> }
