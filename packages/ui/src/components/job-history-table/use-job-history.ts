import type { Actor, Job, JobPage, SyncError } from '@pryzm/salesforce-sdk'
import { useMemo, useState } from 'react'
import {
  type LoadingPhase,
  pollingInterval,
  useData,
  useLive,
  useLoadingPhase,
  useNow,
  useQueries,
  useRead,
  useReadPages,
} from '../../data/index.ts'
import { keys } from '../../data/keys.ts'
import { type HistoryFilter, isFiltered, toQuery } from './history-filter.ts'

export interface HistoryPage {
  /** Position of the first job of this page in the whole list, from 1. */
  from: number
  /** How many jobs the whole list holds. */
  total: number
  hasPrevious: boolean
  hasNext: boolean
  previous: () => void
  next: () => void
  /** The next page is on its way. */
  loading: boolean
  error: SyncError | null
}

export type JobHistoryState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | { status: 'not_permitted' }
  | { status: 'module_disabled' }
  | {
      status: 'ready'
      jobs: readonly Job[]
      filter: HistoryFilter
      setFilter: (filter: HistoryFilter) => void
      people: readonly Actor[]
      /** Why `people` is empty, where they could not be read. */
      peopleFailure: { error: SyncError; retry: () => void; retrying: boolean } | null
      page: HistoryPage
      /** Jobs that began after the list was read. */
      newJobs: number
      /** For how many days after its end a sync is kept. */
      keptDays: number
      /** True where the filter asks for days before that. */
      asksBeforeKept: boolean
      refresh: () => void
      refreshing: boolean
    }

export interface UseJobHistoryOptions {
  /** Which jobs to list, where the host keeps it, for example in the address; else the history keeps it itself. */
  filter?: HistoryFilter | undefined
  onFilterChange?: ((filter: HistoryFilter) => void) | undefined
  /** Jobs a page, 1 to 100. */
  pageSize?: number | undefined
}

const everything: HistoryFilter = {}

/** Past pulls and pushes, newest first, page by page and live. */
export function useJobHistory({ filter: given, onFilterChange, pageSize = 25 }: UseJobHistoryOptions = {}): JobHistoryState {
  const queries = useQueries()
  const live = useLive()
  const [own, setOwn] = useState(everything)
  const filter = given ?? own
  const refetchInterval = pollingInterval(live)
  const list = useReadPages({
    ...queries.jobs({ ...toQuery(filter), limit: pageSize }),
    placeholderData: (before) => before,
    refetchInterval,
  })
  const people = useRead(queries.jobPeople())
  const phase = useLoadingPhase(list.isPending)
  const { page, jobs, first } = usePages(list, filter, pageSize)
  const newJobs = useNewJobs(first, isFiltered(filter) || (filter.order ?? 'newest') !== 'newest')
  const keptDays = list.data?.pages[0]?.keptDays ?? 0
  const asksBeforeKept = useAsksBefore(filter, keptDays)
  const { cache } = useData()
  const refresh = () => void cache.invalidateQueries({ queryKey: keys.jobs })

  if (list.error && !list.data) return failed(list.error, refresh, list.isFetching)
  if (!list.data || phase !== 'done') return { status: 'loading', phase, retry: refresh }
  return {
    status: 'ready',
    jobs,
    filter,
    setFilter: (next) => {
      setOwn(next)
      onFilterChange?.(next)
    },
    people: people.data?.items ?? [],
    peopleFailure: people.error && {
      error: people.error,
      retry: () => void people.refetch(),
      retrying: people.isFetching,
    },
    page,
    newJobs,
    keptDays,
    asksBeforeKept,
    refresh,
    refreshing: list.isRefetching && !list.isFetchingNextPage,
  }
}

const DAY = 24 * 60 * 60 * 1000

function useAsksBefore({ from, to }: HistoryFilter, keptDays: number): boolean {
  const now = useNow()
  const asked = from ?? to
  return now !== null && keptDays > 0 && asked !== undefined && Date.parse(asked) < now - keptDays * DAY
}

function failed(error: SyncError, retry: () => void, retrying: boolean): JobHistoryState {
  if (error.code === 'not_permitted') return { status: 'not_permitted' }
  if (error.code === 'module_disabled') return { status: 'module_disabled' }
  return { status: 'load_failed', error, retry, retrying }
}

interface List {
  data: { pages: JobPage[] } | undefined
  error: SyncError | null
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => Promise<{ isFetchNextPageError: boolean }>
}

/** Walks through the pages that were read, and reads the next one when it is asked for. */
function usePages(list: List, filter: HistoryFilter, pageSize: number) {
  const [place, setPlace] = useState({ filter, index: 0 })
  const index = place.filter === filter ? place.index : 0
  const pages = list.data?.pages ?? []
  const shown = Math.min(index, Math.max(pages.length - 1, 0))
  const go = (to: number) => setPlace({ filter, index: to })
  const page: HistoryPage = {
    from: shown * pageSize + 1,
    total: pages[shown]?.total ?? 0,
    hasPrevious: shown > 0,
    hasNext: shown < pages.length - 1 || list.hasNextPage,
    previous: () => go(shown - 1),
    next: () => {
      if (shown < pages.length - 1) return go(shown + 1)
      void list.fetchNextPage().then(({ isFetchNextPageError }) => isFetchNextPageError || go(shown + 1))
    },
    loading: list.isFetchingNextPage,
    error: list.isFetchNextPageError ? list.error : null,
  }
  return { page, jobs: pages[shown]?.items ?? none, first: pages[0]?.items ?? none }
}

const none: readonly Job[] = []

/** How many jobs of the latest run are not in the list yet; 0 while a filter may leave them out. */
function useNewJobs(first: readonly Job[], filtered: boolean): number {
  const { data } = useRead(useQueries().latestRun())
  return useMemo(() => {
    const newest = first[0]?.queuedAt ?? ''
    const listed = new Set(first.map(({ id }) => id))
    const fresh = data?.run?.jobs.filter(({ id, queuedAt }) => !listed.has(id) && queuedAt > newest) ?? []
    return filtered || first.length === 0 ? 0 : fresh.length
  }, [data, first, filtered])
}
