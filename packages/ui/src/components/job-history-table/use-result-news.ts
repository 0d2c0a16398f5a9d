import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../presentation.ts'
import { historySearch } from './history-filter.ts'
import type { ReadyHistory } from './job-history-table.view.tsx'

/** Tells screen readers what a filter or another page came to, once it is there. */
export function useResultNews(result: string, { filter, refreshing }: ReadyHistory) {
  const announce = useAnnounce()
  const asked = `${historySearch(filter)} ${result}`
  const told = useRef(asked)
  useEffect(() => {
    if (refreshing || told.current === asked) return
    told.current = asked
    announce(result)
  }, [announce, result, asked, refreshing])
}
