import type { PreviewRecord, SalesforceObject } from '@pryzm/salesforce-sdk'
import { useEffect, useRef, useState } from 'react'
import { EmptyState, ErrorNotice, Field, Input, RadioGroup, Skeleton } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { type RecordsState, type Side, useSampleRecords } from './use-sample.ts'

export interface SampleChooserProps {
  object: SalesforceObject
  model: MappingEditorModel
  words: EditorWords
  onChoose: (record: PreviewRecord) => void
}

/** Finds a record to preview with, on either side. */
export function SampleChooser({ object, model, words, onChoose }: SampleChooserProps) {
  const { t, part } = words
  const [side, setSide] = useState<Side>('salesforce')
  const [typed, setTyped] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  const records = useSampleRecords(model.store, object, side, typed)
  return (
    <div {...part('sample-chooser')}>
      <RadioGroup<Side>
        label={t.sampleSide}
        look="segmented"
        value={side}
        onChange={setSide}
        options={[
          { value: 'salesforce', label: t.sampleInSalesforce },
          { value: 'pryzm', label: t.sampleInPryzm },
        ]}
      />
      <Field label={t.sampleSearch}>
        {(control) => (
          <Input {...control} ref={search} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <Found records={records} typed={typed.trim()} words={words} onChoose={onChoose} />
    </div>
  )
}

interface FoundProps extends Pick<SampleChooserProps, 'words' | 'onChoose'> {
  records: RecordsState
  typed: string
}

function Found({ records: state, typed, words, onChoose }: FoundProps) {
  const { t, part } = words
  if (state.status === 'failed') {
    return <ErrorNotice title={t.sampleSearchFailed} error={state.error} retry={state.retry} />
  }
  if (state.status === 'loading') {
    return (
      <div aria-busy="true" {...part('sample-records')}>
        <Skeleton width="l" />
        <Skeleton width="m" />
        <Skeleton width="l" />
      </div>
    )
  }
  if (state.records.length === 0) {
    return <EmptyState title={typed === '' ? t.sampleNone : t.sampleNotFound({ query: typed })}>{t.sampleNoneBody}</EmptyState>
  }
  return (
    <>
      <p {...part('hint')}>{typed === '' ? t.sampleLatest : t.sampleFound({ count: state.records.length })}</p>
      <ul {...part('sample-records')}>
        {state.records.map((record) => (
          <li key={record.id} className="pz-box">
            <button type="button" {...part('sample-record')} onClick={() => onChoose(record)}>
              <bdi className="pz-box">{record.name}</bdi>
              <span {...part('hint')}>{record.linkedId === null ? t.sampleUnlinked : t.sampleLinked}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
