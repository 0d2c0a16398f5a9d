export type { Appearance, PublicVariable } from './appearance.ts'
export type { HostEvents, ReportedError } from './events.ts'
export { type Formats, formatsFor, type PluralForms } from './formats.ts'
export { SalesforceFrame, type SalesforceFrameProps } from './frame.tsx'
export { defaultLinks, type Links } from './links.ts'
export type { MessageCatalog, MessageOverrides } from './message-catalog.ts'
export { type Note, type ReplaceableParts, useAnnounce } from './presentation.ts'
export { type Permissions, usePermissions } from './data/permissions.ts'
export { type InitialData, SalesforceProvider, type SalesforceProviderProps } from './provider.tsx'
export type { ClassNames, PartClass, PartState, SlotName } from './styles/slots.ts'
export { ConnectionCard, type ConnectionCardProps } from './components/connection-card/connection-card.tsx'
export { type ConnectionCardMessages, connectionCardMessages } from './components/connection-card/connection-card.messages.ts'
export { ConnectionCardView, type ConnectionCardViewProps } from './components/connection-card/connection-card.view.tsx'
export { type ConnectionState, useConnection, type UseConnectionOptions } from './components/connection-card/use-connection.ts'
export { type Action } from './data/action.ts'
export {
  SetupChecklist,
  SetupChecklistDialog,
  type SetupChecklistDialogProps,
  type SetupChecklistProps,
} from './components/setup-checklist/setup-checklist.tsx'
export { type SetupChecklistMessages, setupChecklistMessages } from './components/setup-checklist/setup-checklist.messages.ts'
export { SetupChecklistView, type SetupChecklistViewProps } from './components/setup-checklist/setup-checklist.view.tsx'
export { type SetupState, useSetupChecks } from './components/setup-checklist/use-setup-checks.ts'
export { PullPanel, type PullPanelProps } from './components/pull-panel/pull-panel.tsx'
export { type PullPanelMessages, pullPanelMessages } from './components/pull-panel/pull-panel.messages.ts'
export { PullPanelView, type PullPanelViewProps } from './components/pull-panel/pull-panel.view.tsx'
export { type PullState, usePull } from './components/pull-panel/use-pull.ts'
export { PushButton, type PushButtonProps } from './components/push-button/push-button.tsx'
export { type PushButtonMessages, pushButtonMessages } from './components/push-button/push-button.messages.ts'
export { PushButtonView, type PushButtonViewProps, type PushTrigger } from './components/push-button/push-button.view.tsx'
export { type PushOptions, type PushState, usePush } from './components/push-button/use-push.ts'
export { SalesforceSettings, type SalesforceSettingsProps } from './components/salesforce-settings/salesforce-settings.tsx'
export {
  type SalesforceSettingsMessages,
  salesforceSettingsMessages,
} from './components/salesforce-settings/salesforce-settings.messages.ts'
export {
  SalesforceSettingsView,
  type SalesforceSettingsViewProps,
} from './components/salesforce-settings/salesforce-settings.view.tsx'
export { type SalesforceSettingsState, useSalesforceSettings } from './components/salesforce-settings/use-salesforce-settings.ts'
export { MappingEditor, type MappingEditorProps } from './components/mapping-editor/mapping-editor.tsx'
export { type MappingEditorMessages, mappingEditorMessages } from './components/mapping-editor/mapping-editor.messages.ts'
export {
  MappingEditorView,
  type MappingEditorViewProps,
  type MappingRowAddress,
} from './components/mapping-editor/mapping-editor.view.tsx'
export {
  type EditorLock,
  type MappingEditorModel,
  type MappingEditorState,
  type SaveState,
  type SchemaState,
  useMappingEditor,
} from './components/mapping-editor/use-mapping-editor.ts'
export { createMappingStore, type MappingSnapshot, type MappingStore } from './components/mapping-editor/mapping-store.ts'
export type { MappingEdit } from './components/mapping-editor/mapping-edit.ts'
export { useSnapshot } from './components/mapping-editor/use-snapshot.ts'
export type { PipelinePickerSlot } from './components/mapping-editor/pipeline-section.tsx'
export { PipelinePicker, type PipelinePickerProps } from './components/pipeline-picker/pipeline-picker.tsx'
export { type PipelinePickerMessages, pipelinePickerMessages } from './components/pipeline-picker/pipeline-picker.messages.ts'
export {
  PipelinePickerView,
  type PipelinePickerViewProps,
  type PipelineTrigger,
} from './components/pipeline-picker/pipeline-picker.view.tsx'
export {
  type ChoosePipeline,
  type NewPipeline,
  type PipelinePickerState,
  type StagesState,
  usePipelinePicker,
} from './components/pipeline-picker/use-pipeline-picker.ts'
export { JobHistoryTable, type JobHistoryTableProps } from './components/job-history-table/job-history-table.tsx'
export {
  type JobHistoryTableMessages,
  jobHistoryTableMessages,
} from './components/job-history-table/job-history-table.messages.ts'
export { JobHistoryTableView, type JobHistoryTableViewProps } from './components/job-history-table/job-history-table.view.tsx'
export {
  type HistoryPage,
  type JobHistoryState,
  useJobHistory,
  type UseJobHistoryOptions,
} from './components/job-history-table/use-job-history.ts'
export type { HistoryFilter } from './components/job-history-table/history-filter.ts'
export { JobDetail, type JobDetailProps } from './components/job-detail/job-detail.tsx'
export { type JobDetailMessages, jobDetailMessages } from './components/job-detail/job-detail.messages.ts'
export { JobDetailView, type JobDetailViewProps } from './components/job-detail/job-detail.view.tsx'
export {
  type Expansion,
  type FieldsState,
  type JobDetailState,
  type RecordList,
  useJobDetail,
  type UseJobDetailOptions,
} from './components/job-detail/use-job-detail.ts'
export type { JobView, OutcomeFilter } from './components/job-detail/job-view.ts'
