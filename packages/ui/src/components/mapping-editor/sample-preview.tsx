import type { Preview, PreviewField, PreviewRecord, PreviewWay, SalesforceObject } from '@pryzm/salesforce-sdk'
import { useEffect, useRef, useState } from 'react'
import { AppLink, Button, ErrorNotice, ExternalLink, Notice, RadioGroup, Skeleton } from '../../primitives/index.ts'
import { PreviewFields } from '../../primitives/preview-fields.tsx'
import type { EditorWords } from './editor-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import type { SampleColumn } from './sample-column.ts'
import { previewWords } from './sample-words.ts'
import { type SampleState, useSample } from './use-sample.ts'

type Way = 'pull' | 'push'

export interface SamplePreviewProps {
  object: SalesforceObject
  record: PreviewRecord
  model: MappingEditorModel
  words: EditorWords
  /** True where the grid shows the values in a column. */
  docked: boolean
  /** Takes what the column shows. */
  onColumn: (column: SampleColumn | null) => void
  onGoTo: (pairId: string) => void
  /** Asks for another record. */
  onChange: () => void
}

/** What a pull or a push would make of one record, following the edits. */
export function SamplePreview({ object, record, model, words, docked, onColumn, onGoTo, onChange }: SamplePreviewProps) {
  const { t, part } = words
  const state = useSample(model.store, object, record)
  const name = useRef<HTMLParagraphElement>(null)
  useEffect(() => name.current?.focus(), [])
  const [way, setWay] = useState<Way>(record.side === 'salesforce' ? 'pull' : 'push')
  useColumn(state, way, record.name, onColumn)
  return (
    <div
      aria-busy={state.status === 'loading' || (state.status === 'ready' && state.following)}
      {...part('sample-preview', { docked })}
    >
      <div {...part('sample-head')}>
        <p ref={name} tabIndex={-1} {...part('sample-name')}>
          <bdi className="pz-box">{record.name}</bdi>
        </p>
        <Button size="s" onClick={onChange}>
          {t.sampleChange}
        </Button>
      </div>
      {state.status === 'ready' && <SampleLinks preview={state.preview} words={words} />}
      <RadioGroup<Way>
        label={t.sampleWay}
        look="segmented"
        value={way}
        onChange={setWay}
        options={[
          { value: 'pull', label: t.pull, name: t.pullLong },
          { value: 'push', label: t.push, name: t.pushLong },
        ]}
      />
      {state.status === 'failed' && <ErrorNotice title={t.sampleFailed} error={state.error} retry={state.retry} />}
      {state.status === 'loading' && !docked && (
        <>
          <Skeleton width="full" />
          <Skeleton width="l" />
          <Skeleton width="full" />
        </>
      )}
      {state.status === 'ready' && (
        <WayPreview way={way} preview={state.preview[way]} docked={docked} words={words} onGoTo={onGoTo} />
      )}
    </div>
  )
}

/** What the grid's column shows of the preview; taken away where there is nothing to show. */
function useColumn(state: SampleState, way: Way, name: string, onColumn: SamplePreviewProps['onColumn']) {
  const status = state.status
  const preview = status === 'ready' ? state.preview[way] : null
  useEffect(() => {
    const shown = preview !== null && preview.action !== 'refused'
    onColumn(shown || status === 'loading' ? { way, name, fields: preview && byPair(preview) } : null)
  }, [status, preview, way, name, onColumn])
  useEffect(() => () => onColumn(null), [onColumn])
}

function byPair({ fields }: PreviewWay): ReadonlyMap<string, PreviewField> {
  return new Map(fields.flatMap((field) => (field.pairId === null ? [] : [[field.pairId, field] as const])))
}

function SampleLinks({ preview: { salesforce, pryzm }, words: { t, part } }: { preview: Preview; words: EditorWords }) {
  if (salesforce?.url == null && pryzm?.url == null) return null
  return (
    <p {...part('sample-links')}>
      {salesforce?.url != null && <ExternalLink href={salesforce.url}>{t.sampleInSalesforce}</ExternalLink>}
      {pryzm?.url != null && <AppLink to={pryzm.url}>{t.sampleInPryzm}</AppLink>}
    </p>
  )
}

interface WayPreviewProps extends Pick<SamplePreviewProps, 'words' | 'docked' | 'onGoTo'> {
  way: Way
  preview: PreviewWay | null
}

function WayPreview({ way, preview, docked, words, onGoTo }: WayPreviewProps) {
  const { t } = words
  if (!preview) return <Notice tone="info" title={way === 'pull' ? t.sampleNotInSalesforce : t.sampleNotInPryzm} />
  if (preview.action === 'refused') {
    return (
      <Notice tone="warning" title={t.sampleRefused}>
        {preview.reason?.sentence}
      </Notice>
    )
  }
  const fields = preview.fields.filter(({ pairId }) => pairId !== null)
  const written = fields.filter(({ outcome }) => outcome === 'written').length
  const skipped = fields.filter(({ outcome }) => outcome === 'skipped').length
  return (
    <>
      <p className="pz-box">
        {preview.action === 'unchanged'
          ? t.sampleUnchanged({ skipped })
          : t.sampleDoes({ action: preview.action, way, written, skipped })}
      </p>
      {preview.reason && <Notice tone="info" title={preview.reason.sentence} />}
      {!docked && <PreviewFields fields={fields} label={t.sampleValues} onOpen={onGoTo} words={previewWords(way, t)} />}
    </>
  )
}
