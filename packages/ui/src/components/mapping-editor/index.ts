export { MappingEditor, type MappingEditorProps } from './mapping-editor.tsx'
export { type MappingEditorMessages, mappingEditorMessages } from './mapping-editor.messages.ts'
export { MappingEditorView, type MappingEditorViewProps, type MappingRowAddress } from './mapping-editor.view.tsx'
export {
  type EditorLock,
  type MappingEditorModel,
  type MappingEditorState,
  type SaveState,
  type SchemaState,
  useMappingEditor,
} from './use-mapping-editor.ts'
export { createMappingStore, type MappingSnapshot, type MappingStore } from './mapping-store.ts'
export type { MappingEdit } from './mapping-edit.ts'
export { useSnapshot } from './use-snapshot.ts'
export type { PipelinePickerSlot } from './pipeline-section.tsx'
