import type { MappingChange } from '@pryzm/salesforce-sdk'
import type { ReactNode } from 'react'
import { Button } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { ChangesDialogLater } from './later.tsx'
import type { MappingEditorModel } from './use-mapping-editor.ts'

export interface ReviewDialogProps {
  model: MappingEditorModel
  changes: readonly MappingChange[]
  notes?: ReactNode
  words: EditorWords
  onClose: () => void
}

/** Every change before it is saved: before, after, and what it means for values. */
export function ReviewDialog({ model, changes, notes, words, onClose }: ReviewDialogProps) {
  const { t } = words
  return (
    <ChangesDialogLater
      title={t.reviewTitle}
      description={t.reviewBody}
      changes={changes}
      empty={t.nothingToSave}
      notes={notes}
      model={model}
      words={words}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.keepEditing}</Button>
          <Button
            variant="primary"
            disabledReason={model.theirs ? t.conflictFirst : changes.length === 0 ? t.nothingToSave : undefined}
            onClick={() => {
              model.saveDraft()
              onClose()
            }}
          >
            {t.save}
          </Button>
        </>
      }
    />
  )
}
