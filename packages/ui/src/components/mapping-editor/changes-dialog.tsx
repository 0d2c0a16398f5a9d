import type { MappingChange } from '@pryzm/salesforce-sdk'
import type { ReactNode } from 'react'
import { Dialog } from '../../primitives/index.ts'
import { ChangesTable } from './changes-table.tsx'
import type { EditorWords } from './editor-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'

export interface ChangesDialogProps {
  title: string
  description: string
  changes: readonly MappingChange[]
  /** What is said where there are none. */
  empty?: string
  /** What is to be known before the changes. */
  notes?: ReactNode
  model: Pick<MappingEditorModel, 'schemas' | 'pipelines'>
  words: EditorWords
  footer: ReactNode
  onClose: () => void
}

/** Changes of a mapping to look at, with what can be done about them. */
export function ChangesDialog(props: ChangesDialogProps) {
  const { title, description, changes, empty, notes, model, words, footer, onClose } = props
  return (
    <Dialog open size="l" title={title} description={description} onClose={onClose} footer={footer}>
      {notes}
      {changes.length === 0 ? empty : <ChangesTable changes={changes} model={model} words={words} />}
    </Dialog>
  )
}
