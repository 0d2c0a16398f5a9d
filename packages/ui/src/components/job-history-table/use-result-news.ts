import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../presentation.ts'
import { historySearch } from './history-filter.ts'
import type { ReadyHistory } from './job-history-table.view.tsx'

/** Tells screen readers what a filter or another page came to, once it is there; not that jobs have been added since. */
export function useResultNews(result: string, { filter, jobs, page, refreshing }: ReadyHistory) {
  const announce = useAnnounce()
  const asked = `${historySearch(filter)} ${jobs.length === 0 ? 'empty' : page.from}`
  const told = useRef(asked)
  useEffect(() => {
    if (refreshing || told.current === asked) return
    told.current = asked
    announce(result)
  }, [announce, result, asked, refreshing])
}
