import { AddIcon, Button, Input, Select } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { PairFilter } from './grid-items.ts'

export interface MappingToolbarProps {
  filter: PairFilter
  suggestionCount: number
  suggesting: boolean
  /** True while the directions of all pairs shown are being set. */
  bulk: boolean
  /** True where no pair is shown. */
  empty: boolean
  locked: boolean
  words: EditorWords
  onFilter: (filter: PairFilter) => void
  onSuggest: () => void
  onBulk: () => void
  onAdd: () => void
}

/** Finds pairs, and starts new ones. */
export function MappingToolbar(props: MappingToolbarProps) {
  const { filter, suggestionCount, suggesting, bulk, empty, locked, words, onFilter, onSuggest, onBulk, onAdd } = props
  const { t, part } = words
  const choices = [
    { value: 'all', label: t.showAll },
    { value: 'attention', label: t.showAttention },
  ]
  return (
    <div {...part('toolbar')}>
      <Input
        type="search"
        aria-label={t.search}
        placeholder={t.search}
        value={filter.query}
        className={part('search').className}
        onChange={(event) => onFilter({ ...filter, query: event.target.value })}
      />
      <Select
        aria-label={t.show}
        value={filter.attention ? 'attention' : 'all'}
        options={choices}
        className={part('filter').className}
        onChange={(event) => onFilter({ ...filter, attention: event.target.value === 'attention' })}
      />
      {!locked && (
        <div {...part('toolbar-actions')}>
          {suggestionCount > 0 && (
            <Button aria-pressed={suggesting} onClick={onSuggest}>
              {t.suggest({ count: suggestionCount })}
            </Button>
          )}
          {(bulk || !empty) && (
            <Button aria-expanded={bulk} onClick={onBulk}>
              {t.setDirections}
            </Button>
          )}
          <Button icon={<AddIcon />} onClick={onAdd}>
            {t.addField}
          </Button>
        </div>
      )}
    </div>
  )
}
