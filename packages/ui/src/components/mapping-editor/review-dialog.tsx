import { Button, Dialog } from '../../primitives/index.ts'
import { ChangesTable } from './changes-table.tsx'
import type { EditorWords } from './editor-words.ts'
import type { MappingChange } from './mapping-changes.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'

export interface ReviewDialogProps {
  open: boolean
  model: MappingEditorModel
  changes: readonly MappingChange[]
  words: EditorWords
  onClose: () => void
}

/** Every change before it is saved: before, after, and what it means for values. */
export function ReviewDialog({ open, model, changes, words, onClose }: ReviewDialogProps) {
  const { t } = words
  return (
    <Dialog
      open={open}
      size="l"
      title={t.reviewTitle}
      description={t.reviewBody}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.keepEditing}</Button>
          <Button
            variant="primary"
            disabledReason={model.theirs ? t.conflictFirst : undefined}
            onClick={() => {
              model.saveDraft()
              onClose()
            }}
          >
            {t.save}
          </Button>
        </>
      }
    >
      <ChangesTable changes={changes} model={model} words={words} />
    </Dialog>
  )
}
