import { usePresentation } from '../../presentation.ts'
import { AppLink, Button, EmptyState } from '../../primitives/index.ts'
import { filterNames, isFiltered, withoutFilters } from './history-filter.ts'
import { filterText, type HistoryWords } from './history-words.ts'
import type { ReadyHistory } from './job-history-table.view.tsx'

interface EmptyHistoryProps {
  state: ReadyHistory
  words: HistoryWords
}

/** Two kinds of nothing: no sync yet, and none that the filters leave. */
export function EmptyHistory({ state: { filter, people, setFilter }, words }: EmptyHistoryProps) {
  const { t } = words
  const { links } = usePresentation()
  if (isFiltered(filter)) {
    const filters = filterNames.flatMap((name) => filterText(filter, name, people, words) ?? [])
    const clear = <Button onClick={() => setFilter(withoutFilters(filter))}>{t.clearFilters}</Button>
    return (
      <EmptyState title={t.emptyFiltered} action={clear}>
        {t.emptyFilteredBody({ filters })}
      </EmptyState>
    )
  }
  const goToPull = (
    <AppLink to={links.settings} look="button">
      {t.goToPull}
    </AppLink>
  )
  return (
    <EmptyState title={t.emptyTitle} action={goToPull}>
      {t.emptyBody}
    </EmptyState>
  )
}
