import { connectionCardMessages } from '../components/connection-card/connection-card.messages.ts'
import { jobDetailMessages } from '../components/job-detail/job-detail.messages.ts'
import { jobHistoryTableMessages } from '../components/job-history-table/job-history-table.messages.ts'
import { mappingEditorMessages } from '../components/mapping-editor/mapping-editor.messages.ts'
import { pipelinePickerMessages } from '../components/pipeline-picker/pipeline-picker.messages.ts'
import { pullPanelMessages } from '../components/pull-panel/pull-panel.messages.ts'
import { pushButtonMessages } from '../components/push-button/push-button.messages.ts'
import { salesforceSettingsMessages } from '../components/salesforce-settings/salesforce-settings.messages.ts'
import { setupChecklistMessages } from '../components/setup-checklist/setup-checklist.messages.ts'
import type { MessageCatalog } from '../message-catalog.ts'
import { commonMessages } from '../primitives/common.messages.ts'

/** Every message in English, by owner: what the components say by themselves, and what a translation starts from. */
export const en: MessageCatalog = {
  common: commonMessages,
  connection: connectionCardMessages,
  setup: setupChecklistMessages,
  mapping: mappingEditorMessages,
  pipeline: pipelinePickerMessages,
  pull: pullPanelMessages,
  push: pushButtonMessages,
  history: jobHistoryTableMessages,
  job: jobDetailMessages,
  settings: salesforceSettingsMessages,
}
