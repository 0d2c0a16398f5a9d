import { type Actor, jobKinds, jobOrders, jobStates, salesforceObjects } from '@pryzm/salesforce-sdk'
import { useId, useState } from 'react'
import { Button, CloseIcon, Field, Input, Select } from '../../primitives/index.ts'
import { type FilterName, filterNames, type HistoryFilter, isFiltered, withFilter, withoutFilters } from './history-filter.ts'
import { filterText, type HistoryWords } from './history-words.ts'

export interface FilterBarProps {
  filter: HistoryFilter
  people: readonly Actor[]
  words: HistoryWords
  onFilter: (filter: HistoryFilter) => void
}

/** What narrows the history, and what narrows it now as chips to take away. */
export function FilterBar({ filter, people, words, onFilter }: FilterBarProps) {
  const { t, common, objects, part } = words
  const id = useId()
  const [open, setOpen] = useState(false)
  const choices = {
    kind: jobKinds.map((value) => ({ value, label: t[value] })),
    object: salesforceObjects.map((value) => ({ value, label: objects[value].pryzm })),
    state: jobStates.map((value) => ({ value, label: common[`job_${value}`] })),
    startedBy: people.map(({ id: value, name }) => ({ value, label: value === 'system' ? t.system : name })),
  }
  const change = (name: FilterName, value: string) => onFilter(withFilter(filter, name, value))
  return (
    <div {...part('filters')}>
      <Button className={part('filters-toggle').className} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t.filters}
      </Button>
      <div id={id} role="group" aria-label={t.filters} {...part('filter-fields', { open })}>
        {(['kind', 'object', 'state', 'startedBy'] as const).map((name) => (
          <Field key={name} label={t[name]} className={part('filter').className}>
            {(control) => (
              <Select
                {...control}
                value={filter[name] ?? ''}
                options={[{ value: '', label: t.any }, ...choices[name]]}
                onChange={(event) => change(name, event.target.value)}
              />
            )}
          </Field>
        ))}
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} label={t[name]} className={part('filter').className}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={filter[name] ?? ''}
                min={name === 'to' ? filter.from : undefined}
                max={name === 'from' ? filter.to : undefined}
                onChange={(event) => change(name, event.target.value)}
              />
            )}
          </Field>
        ))}
        {/* Where there is room for them, the heads of the columns sort instead. */}
        <Field label={t.sort} className={part('order').className}>
          {(control) => (
            <Select
              {...control}
              value={filter.order ?? 'newest'}
              options={jobOrders.map((value) => ({ value, label: t[value] }))}
              onChange={(event) => onFilter(withFilter(filter, 'order', event.target.value))}
            />
          )}
        </Field>
      </div>
      {isFiltered(filter) && <Chips filter={filter} people={people} words={words} onFilter={onFilter} />}
    </div>
  )
}

function Chips({ filter, people, words, onFilter }: FilterBarProps) {
  const { t, part } = words
  return (
    <ul {...part('chips')}>
      {filterNames.map((name) => {
        const text = filterText(filter, name, people, words)
        return (
          text !== null && (
            <li key={name} {...part('chip')}>
              <Button
                size="s"
                icon={<CloseIcon />}
                aria-label={t.removeFilter({ filter: text })}
                onClick={() => onFilter(withFilter(filter, name, ''))}
              >
                {text}
              </Button>
            </li>
          )
        )
      })}
      <li {...part('chip')}>
        <Button size="s" variant="plain" onClick={() => onFilter(withoutFilters(filter))}>
          {t.clearFilters}
        </Button>
      </li>
    </ul>
  )
}
