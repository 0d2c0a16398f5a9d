import { downloadResults, type SyncError } from '@pryzm/salesforce-sdk'
import { useRef } from 'react'
import { useAction, useData } from '../../data/index.ts'
import { saveFile } from '../../save-file.ts'

/** The results of a job as a file: the server writes it record by record, so that a long one takes a while. */
export interface Export {
  start: () => void
  preparing: boolean
  cancel: () => void
  error: SyncError | null
}

export function useExport(id: string): Export {
  const { client } = useData()
  const underWay = useRef<AbortController>(undefined)
  const action = useAction({
    mutationFn: async () => {
      const { signal } = (underWay.current = new AbortController())
      try {
        saveFile(await downloadResults(client, id, signal), `salesforce-job-${id}.csv`)
      } catch (error) {
        if (!signal.aborted) throw error
      }
    },
  })
  return {
    start: () => action.mutate(),
    preparing: action.isPending,
    cancel: () => underWay.current?.abort(),
    error: action.error,
  }
}
