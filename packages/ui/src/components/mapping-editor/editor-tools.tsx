import { useRef, useState } from 'react'
import { Button, ErrorNotice, Notice, RefreshIcon, VisuallyHidden, Written } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { ReviewDialogLater, VersionsDialogLater } from './later.tsx'
import { type ImportedFile, isNotJson, useMappingFile } from './use-mapping-file.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useSnapshot } from './use-snapshot.ts'

export interface EditorToolsProps {
  model: MappingEditorModel
  words: EditorWords
  /** A version to show at once. */
  initialVersion: number | undefined
  /** True while a sample record is shown. */
  sampling: boolean
  onSample: (sampling: boolean) => void
}

/** What concerns the mapping as a whole: its fields in Salesforce, its versions, and its file. */
export function EditorTools({ model, words, initialVersion, sampling, onSample }: EditorToolsProps) {
  const { t, part } = words
  const { lock, store } = model
  const file = useMappingFile(store, words)
  const [versions, setVersions] = useState(initialVersion !== undefined)
  const saved = useSnapshot(store, ({ baseVersion }) => baseVersion > 0)
  const error = file.exportFile.error ?? file.importFile.error
  return (
    <>
      <div role="group" aria-label={t.tools} {...part('tools')}>
        {lock !== 'not_connected' && lock !== 'reauthorization_required' && (
          <Button variant="plain" size="s" icon={<RefreshIcon />} busy={model.refreshing} onClick={model.refreshFields}>
            {t.refreshFields}
          </Button>
        )}
        {lock === null && (
          <Button variant="plain" size="s" aria-pressed={sampling} onClick={() => onSample(!sampling)}>
            {t.sample}
          </Button>
        )}
        {saved && (
          <>
            <Button variant="plain" size="s" aria-haspopup="dialog" onClick={() => setVersions(true)}>
              {t.versions}
            </Button>
            <Button variant="plain" size="s" busy={file.exportFile.busy} onClick={() => file.exportFile.run()}>
              {t.exportFile}
            </Button>
          </>
        )}
        {lock === null && <ImportButton busy={file.importFile.busy} words={words} onFile={file.importFile.run} />}
      </div>
      {error && (
        <ErrorNotice
          title={file.exportFile.error ? t.exportFailed : t.importFailed}
          error={error}
          sentence={isNotJson(error) ? t.notJson : undefined}
        />
      )}
      {versions && (
        <VersionsDialogLater model={model} words={words} initial={initialVersion} onClose={() => setVersions(false)} />
      )}
      {file.imported && <ImportedReview imported={file.imported} model={model} words={words} onClose={file.seen} />}
    </>
  )
}

interface ImportButtonProps {
  busy: boolean
  words: EditorWords
  onFile: (file: File) => void
}

/** The browser's own file input is hidden, because a button of ours opens it. */
function ImportButton({ busy, words: { t }, onFile }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant="plain" size="s" busy={busy} onClick={() => input.current?.click()}>
        {t.importFile}
      </Button>
      <VisuallyHidden>
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          aria-label={t.chooseFile}
          tabIndex={-1}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) onFile(file)
            // So that the same file can be chosen again after it was mended.
            target.value = ''
          }}
        />
      </VisuallyHidden>
    </>
  )
}

interface ImportedReviewProps extends Pick<EditorToolsProps, 'model' | 'words'> {
  imported: ImportedFile
  onClose: () => void
}

/** What a file changes, with what was translated on the way in. */
function ImportedReview({ imported, model, words, onClose }: ImportedReviewProps) {
  const { t, part } = words
  const changes = useSnapshot(model.store, (snapshot) => snapshot.changes)
  return (
    <ReviewDialogLater
      model={model}
      changes={changes}
      words={words}
      onClose={onClose}
      notes={
        <Notice tone="info" title={t.imported({ name: imported.name })}>
          {imported.notes.length > 0 && (
            <ul {...part('summary')}>
              {imported.notes.map(({ sentence }) => (
                <li key={sentence} {...part('summary-item')}>
                  <Written>{sentence}</Written>
                </li>
              ))}
            </ul>
          )}
        </Notice>
      }
    />
  )
}
