import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../presentation.ts'
import { Button, ErrorNotice } from '../../primitives/index.ts'
import type { HistoryWords } from './history-words.ts'
import type { HistoryPage } from './use-job-history.ts'

export interface PagerProps {
  page: HistoryPage
  /** How many jobs this page shows. */
  count: number
  words: HistoryWords
}

/** Walks through the pages; focus stays where it is, and the new range is announced. */
export function Pager({ page, count, words }: PagerProps) {
  const { t, part } = words
  const range = t.showing({ from: page.from, to: page.from + count - 1 })
  useAnnounced(range)
  if (!page.hasPrevious && !page.hasNext) return null
  return (
    <>
      {page.error && <ErrorNotice title={t.pageFailed} error={page.error} retry={page.next} />}
      <nav aria-label={t.pages} {...part('pager')}>
        <span {...part('range')}>{range}</span>
        <Button disabledReason={page.hasPrevious ? undefined : t.noPrevious} onClick={page.previous}>
          {t.previous}
        </Button>
        <Button busy={page.loading} disabledReason={page.hasNext ? undefined : t.noNext} onClick={page.next}>
          {t.next}
        </Button>
      </nav>
    </>
  )
}

function useAnnounced(range: string) {
  const announce = useAnnounce()
  const before = useRef(range)
  useEffect(() => {
    if (before.current !== range) announce(range)
    before.current = range
  }, [announce, range])
}
