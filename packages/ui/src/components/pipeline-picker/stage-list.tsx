import type { SalesforceStage } from '@pryzm/salesforce-sdk'
import { useId, useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { AttentionIcon, CancelledIcon, Checkbox, DoneIcon, Input, WaitingIcon } from '../../primitives/index.ts'
import type { PickerWords } from './picker-words.ts'

/** More stages than this get a search box. */
const SEARCH_OVER = 20

const shapes = { open: WaitingIcon, won: DoneIcon, lost: CancelledIcon } as const

export interface StageListProps {
  stages: readonly SalesforceStage[]
  words: PickerWords
  error: string | undefined
  field: UseFormRegisterReturn
}

/** The stages of Salesforce in its order, each with its type and probability, to be ticked. */
export function StageList({ stages, words, error, field }: StageListProps) {
  const { t, part } = words
  const id = useId()
  const [query, setQuery] = useState('')
  const wanted = query.trim().toLowerCase()
  const active = stages.filter((stage) => stage.active).length
  return (
    <fieldset
      aria-describedby={error === undefined ? undefined : `${id}-error`}
      {...part('stages', { invalid: error !== undefined })}
    >
      <legend {...part('stages-title')}>{t.stages}</legend>
      <p {...part('hint')}>{t.createExplained({ count: active })}</p>
      {active < stages.length && <p {...part('hint')}>{t.inactiveNote}</p>}
      {stages.length > SEARCH_OVER && (
        <Input
          type="search"
          aria-label={t.searchStages}
          placeholder={t.searchStages}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      {error !== undefined && (
        <p id={`${id}-error`} {...part('error')}>
          <AttentionIcon /> {error}
        </p>
      )}
      <ul {...part('stage-list')}>
        {stages.map((stage) => (
          // A stage that the search leaves out stays in the form, because it is still chosen.
          <li key={stage.apiName} {...part('stage', { hidden: !stage.label.toLowerCase().includes(wanted) })}>
            <Checkbox {...field} value={stage.apiName} label={stage.label} />
            <StageKind stage={stage} words={words} />
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function StageKind({ stage, words: { t, part } }: { stage: SalesforceStage; words: PickerWords }) {
  const Icon = shapes[stage.type]
  return (
    <span {...part('stage-kind', { type: stage.type })}>
      <Icon />
      <span>{t[stage.type]}</span>
      <span {...part('stage-probability')}>{t.probability({ share: stage.probability / 100 })}</span>
      {!stage.active && <span {...part('stage-inactive')}>{t.inactive}</span>}
    </span>
  )
}
