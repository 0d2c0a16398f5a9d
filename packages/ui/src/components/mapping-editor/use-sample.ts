import type { Preview, PreviewRecord, SalesforceObject, SyncError } from '@pryzm/salesforce-sdk'
import { useEffect, useState } from 'react'
import { useQueries, useRead } from '../../data/index.ts'
import { toMapping } from './mapping-draft.ts'
import type { MappingSnapshot, MappingStore } from './mapping-store.ts'
import { useSnapshot } from './use-snapshot.ts'

/** How long an edit rests before the sample follows it, in milliseconds. */
const REST = 400

export type Side = PreviewRecord['side']

export type SampleState =
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  /** `following` while a newer edit is being previewed. */
  | { status: 'ready'; preview: Preview; following: boolean }

/** What a pull and a push of one record would write by the draft as it is, unsaved edits included. */
export function useSample(store: MappingStore, object: SalesforceObject, { side, id }: PreviewRecord): SampleState {
  const queries = useQueries()
  const snapshot = useRested(useSnapshot(store, whole), REST)
  const edited = snapshot.changes.length > 0
  const { data, error, refetch, isFetching } = useRead({
    ...queries.preview({ object, side, id }, snapshot.baseVersion, edited ? toMapping(snapshot.draft) : null),
    placeholderData: (previous, query) => (query?.queryKey[3] === id ? previous : undefined),
  })
  if (data) return { status: 'ready', preview: data, following: isFetching }
  return error ? { status: 'failed', error, retry: () => void refetch() } : { status: 'loading' }
}

export type RecordsState =
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; records: readonly PreviewRecord[] }

/** Records of a side whose name holds the text; those changed last while it is blank. */
export function useSampleRecords(store: MappingStore, object: SalesforceObject, side: Side, typed: string): RecordsState {
  const queries = useQueries()
  const text = useRested(typed.trim(), REST)
  const pipelineId = useSnapshot(store, ({ draft }) => draft[object].pipelineId)
  const asked = { object, side, text, ...(pipelineId !== null && { pipelineId }) }
  const { data, error, refetch } = useRead(queries.previewRecords(asked))
  if (data) return { status: 'ready', records: data.items }
  return error ? { status: 'failed', error, retry: () => void refetch() } : { status: 'loading' }
}

function whole(snapshot: MappingSnapshot): MappingSnapshot {
  return snapshot
}

/** A value once it has not changed for so many milliseconds. */
function useRested<Given>(value: Given, milliseconds: number): Given {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), milliseconds)
    return () => clearTimeout(timer)
  }, [value, milliseconds])
  return rested
}
