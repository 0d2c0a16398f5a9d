import type { MappingChange } from '@pryzm/salesforce-sdk'
import { flows } from '@pryzm/salesforce-sdk/mapping'
import type { ReactNode } from 'react'
import { Button } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { ChangesDialog } from './changes-dialog.tsx'
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
  const impact = impactOf(changes)
  return (
    <ChangesDialog
      title={t.reviewTitle}
      description={t.reviewBody}
      changes={changes}
      empty={t.nothingToSave}
      notes={
        <>
          {impact && <p className="pz-box">{t.reviewImpact({ parts: impactParts(impact, t) })}</p>}
          {notes}
        </>
      }
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

function impactParts({ removed, narrowed }: Impact, t: EditorWords['t']): string[] {
  return [
    ...(removed > 0 ? [t.pairsRemoved({ count: removed })] : []),
    ...(narrowed > 0 ? [t.directionsNarrowed({ count: narrowed })] : []),
  ]
}

interface Impact {
  removed: number
  narrowed: number
}

/** How much of what flows now will not flow any more; null where all of it will. */
function impactOf(changes: readonly MappingChange[]): Impact | null {
  const removed = changes.filter(({ kind }) => kind === 'pair_removed').length
  const narrowed = changes.filter(
    (change) =>
      change.kind === 'pair_changed' &&
      (['pull', 'push'] as const).some((way) => flows(change.before.direction, way) && !flows(change.after.direction, way)),
  ).length
  return removed + narrowed > 0 ? { removed, narrowed } : null
}
