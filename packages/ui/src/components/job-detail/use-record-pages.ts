import type { Job } from '@pryzm/salesforce-sdk'
import { useMemo } from 'react'
import { isOver, useQueries, useReadPages } from '../../data/index.ts'
import { type JobView, toQuery } from './job-view.ts'
import type { RecordList } from './use-job-detail.ts'

const PAGE_SIZE = 100
/** How often the records of a running job are read again, in milliseconds. */
const WHILE_RUNNING = 10_000

/** The records of a job that the view leaves, as far as they were read. */
export function useRecordPages(id: string, view: JobView, job: Job | undefined, asked: string | undefined): RecordList {
  const { total = null, counts } = job ?? {}
  // A list of one page shows the record that is asked for in its place.
  const from = asked !== undefined && Math.max(total ?? 0, counts?.processed ?? 0) > PAGE_SIZE ? asked : undefined
  const read = useReadPages({
    ...useQueries().jobRecords({ id, limit: PAGE_SIZE, ...toQuery(view), ...(from !== undefined && { from }) }),
    enabled: asked === undefined || job !== undefined,
    placeholderData: (before) => before,
    refetchInterval: job && !isOver(job.state) ? WHILE_RUNNING : false,
  })
  const records = useMemo(() => read.data?.pages.flatMap(({ items }) => items) ?? [], [read.data])
  return {
    status: read.data ? 'ready' : read.error ? 'failed' : 'loading',
    error: read.error,
    records,
    fromStart: from === undefined,
    hasMore: read.hasNextPage,
    loadingMore: read.isFetchingNextPage,
    loadMore: () => {
      if (read.hasNextPage && !read.isFetchingNextPage) void read.fetchNextPage()
    },
    retry: () => void read.refetch(),
  }
}
