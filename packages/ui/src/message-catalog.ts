import type { SalesforceSettingsMessages } from './components/salesforce-settings/salesforce-settings.messages.ts'
import type { PushButtonMessages } from './components/push-button/push-button.messages.ts'
import type { PullPanelMessages } from './components/pull-panel/pull-panel.messages.ts'
import type { SetupChecklistMessages } from './components/setup-checklist/setup-checklist.messages.ts'
import type { ConnectionCardMessages } from './components/connection-card/connection-card.messages.ts'
import type { JobDetailMessages } from './components/job-detail/job-detail.messages.ts'
import type { JobHistoryTableMessages } from './components/job-history-table/job-history-table.messages.ts'
import type { MappingEditorMessages } from './components/mapping-editor/mapping-editor.messages.ts'
import type { PipelinePickerMessages } from './components/pipeline-picker/pipeline-picker.messages.ts'
import type { ErrorMessages } from './error-sentence.ts'
import type { Overrides } from './messages.ts'
import type { CommonMessages } from './primitives/common.messages.ts'

/** The messages of every component, by owner. */
export interface MessageCatalog {
  history: JobHistoryTableMessages
  job: JobDetailMessages
  mapping: MappingEditorMessages
  pipeline: PipelinePickerMessages
  common: CommonMessages
  connection: ConnectionCardMessages
  setup: SetupChecklistMessages
  pull: PullPanelMessages
  push: PushButtonMessages
  settings: SalesforceSettingsMessages
}

/** A host's own words or language, as ICU messages: any part of the catalog. */
export type MessageOverrides = { readonly [Owner in keyof MessageCatalog]?: Overrides<MessageCatalog[Owner]> } & {
  /** Errors by their code, in place of the server's sentence. */
  readonly errors?: Partial<ErrorMessages>
}
