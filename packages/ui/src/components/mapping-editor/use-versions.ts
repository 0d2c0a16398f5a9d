import type { MappingChange, MappingVersionSummary, SavedMapping, SyncError } from '@pryzm/salesforce-sdk'
import { type Action, actionOf, useAction, useData, useQueries, useRead, useReadPages } from '../../data/index.ts'
import { keys } from '../../data/keys.ts'
import type { MappingStore } from './mapping-store.ts'

export type VersionsState =
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | {
      status: 'ready'
      /** Newest first; the first one is in force. */
      versions: readonly MappingVersionSummary[]
      /** Null where all are shown. */
      more: { load: () => void; busy: boolean } | null
    }

/** The saved versions, newest first, page by page. */
export function useVersions(): VersionsState {
  const queries = useQueries()
  const pages = useReadPages(queries.mappingVersions())
  if (pages.data) {
    return {
      status: 'ready',
      versions: pages.data.pages.flatMap(({ items }) => items),
      more: pages.hasNextPage ? { load: () => void pages.fetchNextPage(), busy: pages.isFetchingNextPage } : null,
    }
  }
  return pages.error ? { status: 'failed', error: pages.error, retry: () => void pages.refetch() } : { status: 'loading' }
}

export type ComparisonState =
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; changes: readonly MappingChange[] }

/** What turns one version into another; 0 is the empty mapping before the first save. */
export function useComparison(from: number, to: number): ComparisonState {
  const queries = useQueries()
  const { data, error, refetch } = useRead(queries.mappingComparison(from, to))
  if (data) return { status: 'ready', changes: data.changes }
  return error ? { status: 'failed', error, retry: () => void refetch() } : { status: 'loading' }
}

/** Saves an older version again as the newest one, unless somebody saved since it was looked at. */
export function useRestore(store: MappingStore, onRestored: (saved: SavedMapping) => void): Action<number> {
  const { client, cache, host } = useData()
  return actionOf(
    useAction<SavedMapping, number>({
      mutationFn: (version) => client.mapping.restore({ version, baseVersion: store.getSnapshot().baseVersion }),
      onSuccess: (saved) => {
        store.rebase(saved)
        cache.setQueryData(keys.mapping, saved)
        void cache.invalidateQueries({ queryKey: [...keys.mapping, 'versions'] })
        void cache.invalidateQueries({ queryKey: keys.setup })
        host().onMappingSaved?.(saved)
        onRestored(saved)
      },
      onError: ({ code }) => {
        if (code === 'stale_version') void cache.invalidateQueries({ queryKey: keys.mapping })
      },
    }),
  )
}
