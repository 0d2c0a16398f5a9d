import { Button, EmptyState } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { PairFilter } from './grid-items.ts'

export interface PanelEmptyProps {
  filter: PairFilter
  /** How many pairs there are, whatever the filter. */
  mapped: number
  suggestions: number
  locked: boolean
  words: EditorWords
  onClear: () => void
  onAdd: () => void
  onSuggest: () => void
}

/** Why the grid has no rows: nothing is mapped yet, or nothing passes the filter. */
export function PanelEmpty({ filter, mapped, suggestions, locked, words, onClear, onAdd, onSuggest }: PanelEmptyProps) {
  const { t } = words
  if (mapped > 0) {
    const title = filter.query.trim() === '' ? t.nothingNeedsAttention : t.nothingFound({ query: filter.query })
    return <EmptyState title={title} action={<Button onClick={onClear}>{t.clearFilter}</Button>} />
  }
  const action = suggestions > 0 ? { label: t.reviewSuggestions, run: onSuggest } : { label: t.addField, run: onAdd }
  return (
    <EmptyState title={t.nothingMapped} action={!locked && <Button onClick={action.run}>{action.label}</Button>}>
      {t.nothingMappedBody}
    </EmptyState>
  )
}
