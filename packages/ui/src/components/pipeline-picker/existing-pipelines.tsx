import type { Pipeline } from '@pryzm/salesforce-sdk'
import { useState } from 'react'
import { EmptyState, Input, Notice, RadioGroup } from '../../primitives/index.ts'
import type { PickerWords } from './picker-words.ts'

/** More pipelines than this get a search box. */
const SEARCH_OVER = 8

export interface ExistingPipelinesProps {
  pipelines: readonly Pipeline[]
  /** The pipeline in force. */
  value: string | null
  selected: string | null
  words: PickerWords
  onSelect: (id: string) => void
}

/** The pipelines that exist, one to be chosen; says what a change means for records that are there. */
export function ExistingPipelines({ pipelines, value, selected, words, onSelect }: ExistingPipelinesProps) {
  const { t, part } = words
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const shown = pipelines.filter(({ name, id }) => id === selected || name.toLowerCase().includes(wanted))
  return (
    <>
      {pipelines.length > SEARCH_OVER && (
        <Input
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState title={t.nothingFound({ query })} />
      ) : (
        <RadioGroup
          label={t.pipelines}
          labelHidden
          value={selected}
          className={part('list').className}
          onChange={onSelect}
          options={shown.map(({ id, name, recordCount, stages }) => ({
            value: id,
            label: name,
            hint: t.size({ records: recordCount, stages: stages.length }),
          }))}
        />
      )}
      <ChangeWarning pipelines={pipelines} value={value} selected={selected} words={words} />
    </>
  )
}

function ChangeWarning({ pipelines, value, selected, words: { t } }: Omit<ExistingPipelinesProps, 'onSelect'>) {
  const from = pipelines.find(({ id }) => id === value)
  const to = pipelines.find(({ id }) => id === selected)
  if (!from || !to || from === to || from.recordCount === 0) return null
  return (
    <Notice tone="warning" title={t.changeTitle}>
      {t.changeWarning({ from: from.name, records: from.recordCount, to: to.name })}
    </Notice>
  )
}
