import type { ImportedMapping, MappingFile } from '@pryzm/salesforce-sdk'
import { SyncError } from '@pryzm/salesforce-sdk'
import { useState } from 'react'
import { type Action, actionOf, useAction, useData } from '../../data/index.ts'
import { useAnnounce } from '../../presentation.ts'
import type { EditorWords } from './editor-words.ts'
import type { MappingStore } from './mapping-store.ts'
import { saveFile } from '../../save-file.ts'

/** What was read from a file, until a person has looked at it. */
export interface ImportedFile {
  name: string
  notes: ImportedMapping['notes']
}

export interface MappingFileActions {
  exportFile: Action
  importFile: Action<File>
  imported: ImportedFile | null
  /** Ends the look at what was read. */
  seen: () => void
}

/** Keeps the saved mapping as a file, and reads one into the draft, where it waits to be saved. */
export function useMappingFile(store: MappingStore, { t }: EditorWords): MappingFileActions {
  const { client } = useData()
  const announce = useAnnounce()
  const [imported, setImported] = useState<ImportedFile | null>(null)
  const exporting = useAction<MappingFile>({
    mutationFn: () => client.mapping.export({}),
    onSuccess: (file) => {
      download(file)
      announce(t.exported({ version: file.version }))
    },
  })
  const importing = useAction<{ name: string; read: ImportedMapping }, File>({
    mutationFn: async (file) => ({ name: file.name, read: await client.mapping.import(await parsed(file)) }),
    onSuccess: ({ name, read }) => {
      store.edit({ kind: 'import', mapping: read.mapping })
      setImported({ name, notes: read.notes })
    },
  })
  return { exportFile: actionOf(exporting), importFile: actionOf(importing), imported, seen: () => setImported(null) }
}

/** The server judges what is in the file; here it only has to be JSON. */
async function parsed(file: File): Promise<MappingFile> {
  try {
    return JSON.parse(await file.text()) as MappingFile
  } catch {
    throw new SyncError('invalid_input', 'The file holds no JSON.', { details: { reason: NOT_JSON } })
  }
}

const NOT_JSON = 'not_json'

/** Whether a file was refused before the server saw it. */
export function isNotJson(error: unknown): boolean {
  return error instanceof SyncError && error.details.reason === NOT_JSON
}

function download(file: MappingFile) {
  const content = new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' })
  saveFile(content, `salesforce-mapping-${file.version}.json`)
}
