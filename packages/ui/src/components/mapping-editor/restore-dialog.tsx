import type { Action } from '../../data/index.ts'
import { ConfirmDialog, ErrorNotice } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { Comparison } from './version-comparison.tsx'

export interface RestoreDialogProps {
  version: number
  current: number
  restore: Action<number>
  model: MappingEditorModel
  words: EditorWords
  onClose: () => void
}

/** Asks before an older version is in force again, and shows what that changes. */
export function RestoreDialog({ version, current, restore, model, words, onClose }: RestoreDialogProps) {
  const { t } = words
  return (
    <ConfirmDialog
      open
      size="l"
      title={t.restoreTitle({ version })}
      description={t.restoreBody}
      confirm={t.restore}
      keep={t.keepCurrent({ version: current })}
      busy={restore.busy}
      onConfirm={() => restore.run(version)}
      onClose={onClose}
    >
      {restore.error && <ErrorNotice title={t.restoreFailed} error={restore.error} />}
      <Comparison from={current} to={version} model={model} words={words} />
    </ConfirmDialog>
  )
}
