import { Button, EmptyState } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { PairFilter } from './grid-items.ts'

export interface PanelEmptyProps {
  filter: PairFilter
  /** How many pairs there are, whatever the filter. */
  mapped: number
  locked: boolean
  words: EditorWords
  onClear: () => void
  onAdd: () => void
}

/** Why the grid has no rows: nothing is mapped yet, or nothing passes the filter. */
export function PanelEmpty({ filter, mapped, locked, words, onClear, onAdd }: PanelEmptyProps) {
  const { t } = words
  if (mapped > 0) {
    const title = filter.query.trim() === '' ? t.nothingNeedsAttention : t.nothingFound({ query: filter.query })
    return <EmptyState title={title} action={<Button onClick={onClear}>{t.clearFilter}</Button>} />
  }
  return (
    <EmptyState title={t.nothingMapped} action={!locked && <Button onClick={onAdd}>{t.addField}</Button>}>
      {t.nothingMappedBody}
    </EmptyState>
  )
}
