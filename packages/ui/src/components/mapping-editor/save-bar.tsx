import { useId, useState } from 'react'
import { Button, ConfirmDialog, ErrorNotice, RedoIcon, UndoIcon } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { MappingSnapshot } from './mapping-store.ts'
import { ReviewDialogLater } from './later.tsx'
import type { MappingEditorModel, SaveState } from './use-mapping-editor.ts'
import { useSaveNews } from './use-save-news.ts'
import { useSnapshot } from './use-snapshot.ts'

export interface SaveBarProps {
  model: MappingEditorModel
  words: EditorWords
}

/** What is not saved yet, and everything to do with it. */
export function SaveBar({ model, words }: SaveBarProps) {
  const { store, save, saveDraft, theirs } = model
  const { t, part } = words
  const titleId = useId()
  const [open, setOpen] = useState<'review' | 'discard' | null>(null)
  const changes = useSnapshot(store, (snapshot) => snapshot.changes)
  const past = useSnapshot(store, (snapshot) => snapshot.past)
  const future = useSnapshot(store, (snapshot) => snapshot.future)
  const news = useSaveNews(save, words)
  const count = changes.length
  const saving = save.status === 'saving'
  const close = () => setOpen(null)
  if (count === 0 && !saving && past.length + future.length === 0 && news === null) return null
  return (
    <div role="region" aria-labelledby={titleId} tabIndex={-1} data-pz-save-bar="" {...part('save-bar', { dirty: count > 0 })}>
      {save.status === 'failed' && <Failure save={save} words={words} onRetry={saveDraft} />}
      <div {...part('save-row')}>
        <span id={titleId} {...part('save-count')}>
          {count > 0 ? t.unsavedCount({ count }) : (news ?? t.noChanges)}
        </span>
        <History {...{ past, future, model, words }} />
        {count > 0 && (
          <div {...part('save-actions')}>
            <Button variant="plain" onClick={() => setOpen('review')}>
              {t.review}
            </Button>
            <Button disabled={saving} onClick={() => setOpen('discard')}>
              {t.discard}
            </Button>
            <Button variant="primary" busy={saving} disabledReason={theirs ? t.conflictFirst : undefined} onClick={saveDraft}>
              {saving ? t.saving : t.save}
            </Button>
          </div>
        )}
      </div>
      {open === 'review' && <ReviewDialogLater model={model} changes={changes} words={words} onClose={close} />}
      <ConfirmDialog
        open={model.leaving !== null}
        title={t.leaveTitle}
        description={t.leaveBody({ count })}
        confirm={t.leave}
        keep={t.keepEditing}
        tone="danger"
        onConfirm={() => model.leaving?.leave()}
        onClose={() => model.leaving?.stay()}
      />
      <ConfirmDialog
        open={open === 'discard'}
        title={t.discardTitle}
        description={t.discardBody({ count })}
        confirm={t.discard}
        keep={t.keepEditing}
        tone="danger"
        onConfirm={() => {
          store.discard()
          close()
        }}
        onClose={close}
      />
    </div>
  )
}

interface FailureProps {
  save: Extract<SaveState, { status: 'failed' }>
  words: EditorWords
  onRetry: () => void
}

/** Why nothing was saved. What was refused is marked in its row, and another try would be refused too. */
function Failure({ save: { error, rejected }, words: { t }, onRetry }: FailureProps) {
  if (rejected.length === 0) return <ErrorNotice title={t.saveFailed} error={error} retry={onRetry} />
  return <ErrorNotice title={t.saveFailed} error={error} sentence={t.pairsRejected({ count: rejected.length })} />
}

/** The last edit in words, with undo and redo; a failed save needs the room of the words. */
function History({ past, future, model, words }: Pick<MappingSnapshot, 'past' | 'future'> & SaveBarProps) {
  const { t, part } = words
  const last = past.at(-1)
  if (!last && future.length === 0) return null
  return (
    <span {...part('history')}>
      {last && model.save.status !== 'failed' && <span {...part('hint')}>{t[`edited_${last.edit.kind}`]}</span>}
      <Button
        size="s"
        variant="plain"
        icon={<UndoIcon />}
        aria-label={t.undo}
        disabledReason={last ? undefined : t.nothingToUndo}
        onClick={model.store.undo}
      >
        {t.undo}
      </Button>
      <Button
        size="s"
        variant="plain"
        icon={<RedoIcon />}
        aria-label={t.redo}
        disabledReason={future.length > 0 ? undefined : t.nothingToRedo}
        onClick={model.store.redo}
      >
        {t.redo}
      </Button>
    </span>
  )
}
