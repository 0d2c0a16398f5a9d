import { useState } from 'react'
import { useAnnounce } from '../../presentation.ts'
import { Button, Dialog } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useSnapshot } from './use-snapshot.ts'
import { useRestore, useVersions } from './use-versions.ts'
import { VersionComparison } from './version-comparison.tsx'
import { VersionList } from './version-list.tsx'

export interface VersionsDialogProps {
  model: MappingEditorModel
  words: EditorWords
  /** A version to show first, such as the one that a job ran with. */
  initial?: number | undefined
  onClose: () => void
}

/** Every saved version: who, when and how much, what it changed, and the way back to it. */
export function VersionsDialog({ model, words, initial, onClose }: VersionsDialogProps) {
  const { t } = words
  const announce = useAnnounce()
  const versions = useVersions()
  const [shown, setShown] = useState<number | null>(initial ?? null)
  const [restoring, setRestoring] = useState<number | null>(null)
  const current = useSnapshot(model.store, ({ baseVersion }) => baseVersion)
  const restore = useRestore(model.store, ({ version }) => {
    announce(t.restored({ from: restoring ?? 0, version }))
    setRestoring(null)
    setShown(null)
  })
  return (
    <Dialog
      open
      size="l"
      title={shown === null ? t.versions : t.versionTitle({ version: shown })}
      onClose={onClose}
      footer={
        <>
          {shown !== null && <Button onClick={() => setShown(null)}>{t.allVersions}</Button>}
          {shown !== null && shown !== current && model.lock !== 'view_only' && (
            <RestoreButton model={model} words={words} onPress={() => setRestoring(shown)} />
          )}
          {shown === null && <Button onClick={onClose}>{t.closeDialog}</Button>}
        </>
      }
    >
      {shown === null ? (
        <VersionList state={versions} current={current} words={words} onShow={setShown} />
      ) : (
        <VersionComparison key={shown} version={shown} current={current} model={model} words={words} />
      )}
      {restoring !== null && (
        <RestoreDialog
          version={restoring}
          current={current}
          restore={restore}
          model={model}
          words={words}
          onClose={() => {
            restore.reset()
            setRestoring(null)
          }}
        />
      )}
    </Dialog>
  )
}

function RestoreButton({ model, words: { t }, onPress }: { model: MappingEditorModel; words: EditorWords; onPress: () => void }) {
  const dirty = useSnapshot(model.store, ({ changes }) => changes.length > 0)
  return (
    <Button variant="primary" disabledReason={dirty ? t.restoreAfterSaving : undefined} onClick={onPress}>
      {t.restore}
    </Button>
  )
}
