import type { Pipeline } from '@pryzm/salesforce-sdk'
import { useState } from 'react'
import { EmptyState, ErrorNotice, Input, Notice, RadioGroup, Skeleton } from '../../primitives/index.ts'
import type { PickerWords } from './picker-words.ts'
import type { ChangeState } from './use-pipeline-picker.ts'

/** More pipelines than this get a search box. */
const SEARCH_OVER = 8

export interface ExistingPipelinesProps {
  pipelines: readonly Pipeline[]
  /** How many others the viewer may not see. */
  hidden: number
  selected: string | null
  change: ChangeState
  words: PickerWords
  onSelect: (id: string) => void
}

/** The pipelines that exist, one to be chosen; says what a change means for records that are there. */
export function ExistingPipelines({ pipelines, hidden, selected, change, words, onSelect }: ExistingPipelinesProps) {
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
          look="cards"
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
      {hidden > 0 && <p {...part('hint')}>{t.hidden({ count: hidden })}</p>}
      <ChangeWarning change={change} words={words} />
    </>
  )
}

/** What the choice means for records that are linked, as the server tells it. */
function ChangeWarning({ change: state, words: { t } }: Pick<ExistingPipelinesProps, 'change' | 'words'>) {
  if (state.status === 'none') return null
  if (state.status === 'loading') return <Skeleton width="full" />
  if (state.status === 'failed') return <ErrorNotice title={t.changeUnknown} error={state.error} retry={state.retry} />
  const { linkedInFrom, sentence } = state.change
  return (
    <Notice tone={linkedInFrom > 0 ? 'warning' : 'info'} title={linkedInFrom > 0 ? t.changeTitle : t.changeHarmless}>
      {sentence}
    </Notice>
  )
}
