import { Button, ErrorNotice } from '../../primitives/index.ts'
import type { HistoryWords } from './history-words.ts'
import type { HistoryPage } from './use-job-history.ts'

export interface PagerProps {
  page: HistoryPage
  /** What this page shows, in words. */
  range: string
  words: HistoryWords
}

/** Walks through the pages; focus stays where it is. */
export function Pager({ page, range, words }: PagerProps) {
  const { t, part } = words
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
