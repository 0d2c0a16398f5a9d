import { diffMappings } from '@pryzm/salesforce-sdk/mapping'
import { useMemo, useState } from 'react'
import { useNow } from '../../data/index.ts'
import { useAnnounce, useFormats } from '../../presentation.ts'
import { Button, Notice } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { ChangesDialog } from './changes-dialog.tsx'
import { toMapping } from './mapping-draft.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useSnapshot } from './use-snapshot.ts'

/** Somebody else saved meanwhile: their changes to look at, and a choice that loses nothing unasked. */
export function ConflictNotice({ model, words }: { model: MappingEditorModel; words: EditorWords }) {
  const { t } = words
  const { store, theirs } = model
  const announce = useAnnounce()
  const keepMine = () => {
    model.keepMine()
    announce(t.keptMine)
  }
  const takeTheirs = () => {
    model.takeTheirs()
    announce(t.tookTheirs)
  }
  const [open, setOpen] = useState(false)
  const base = useSnapshot(store, (snapshot) => snapshot.base)
  const changes = useMemo(() => (theirs ? diffMappings(toMapping(base), theirs.mapping) : []), [base, theirs])
  const formats = useFormats()
  const now = useNow()
  if (!theirs) return null
  const { savedBy, savedAt, version } = theirs
  const when = savedAt && now !== null ? formats.relative(savedAt, now) : ''
  return (
    <Notice
      tone="warning"
      title={savedBy && when ? t.conflictTitle({ name: savedBy.name, when }) : t.conflictUnknown}
      actions={
        <>
          <Button size="s" onClick={() => setOpen(true)}>
            {t.seeTheirs}
          </Button>
          <Button size="s" onClick={keepMine}>
            {t.keepMine}
          </Button>
          <Button size="s" onClick={takeTheirs}>
            {t.takeTheirs}
          </Button>
        </>
      }
    >
      {t.conflictBody}
      {open && (
        <ChangesDialog
          title={t.theirChanges}
          description={t.theirChangesBody({ version })}
          changes={changes}
          empty={t.noDifference}
          model={model}
          words={words}
          onClose={() => setOpen(false)}
          footer={
            <>
              <Button onClick={keepMine}>{t.keepMine}</Button>
              <Button onClick={takeTheirs}>{t.takeTheirs}</Button>
            </>
          }
        />
      )}
    </Notice>
  )
}
