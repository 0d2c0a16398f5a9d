import type { PreviewField } from '@pryzm/salesforce-sdk'
import { ApiName } from './api-name.tsx'
import { PushIcon } from './icons.tsx'
import { type Status, StatusBadge } from './status-badge.tsx'
import { Value } from './value.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

/** What a list of previewed values says; `source` and `target` name the side that is read and the one that is written. */
export interface PreviewWords {
  written: string
  unchanged: string
  skipped: string
  source: string
  target: string
  becomes: string
}

export interface PreviewFieldsProps {
  fields: readonly PreviewField[]
  label: string
  words: PreviewWords
  /** Leads to the row of the mapping that a value comes from. */
  onOpen?: ((pairId: string) => void) | undefined
}

const shapes: Readonly<Record<PreviewField['outcome'], Status>> = {
  written: 'done',
  unchanged: 'waiting',
  skipped: 'done-with-skips',
}

/** What a sync would do with each mapped attribute of a record: the value now, what it would become, or why it is left out. */
export function PreviewFields({ fields, label, words, onOpen }: PreviewFieldsProps) {
  return (
    <ul className="pz-box pz-preview" aria-label={label}>
      {fields.map((field) => (
        <li key={`${field.attribute} ${field.pairId ?? ''}`} className="pz-box pz-preview-field" data-outcome={field.outcome}>
          <div className="pz-box pz-preview-head">
            <FieldName field={field} onOpen={onOpen} />
            <Outcome field={field} words={words} />
          </div>
          <FieldValues field={field} words={words} />
          <FieldReasons field={field} />
        </li>
      ))}
    </ul>
  )
}

/** The same of one attribute, for a place that names it already. */
export function PreviewOutcome({ field, words }: { field: PreviewField; words: PreviewWords }) {
  return (
    <div className="pz-box pz-preview-outcome" data-outcome={field.outcome}>
      <Outcome field={field} words={words} />
      <FieldValues field={field} words={words} />
      <FieldReasons field={field} />
    </div>
  )
}

function Outcome({ field, words }: { field: PreviewField; words: PreviewWords }) {
  return (
    <StatusBadge status={field.note ? 'attention' : shapes[field.outcome]} variant="plain">
      {words[field.outcome]}
    </StatusBadge>
  )
}

function FieldReasons({ field: { sentence, note } }: { field: PreviewField }) {
  return (
    <>
      {sentence !== null && <p className="pz-box pz-preview-reason">{sentence}</p>}
      {note && <p className="pz-box pz-preview-reason">{note.sentence}</p>}
    </>
  )
}

function FieldName({
  field: { attributeLabel, field, pairId },
  onOpen,
}: Pick<PreviewFieldsProps, 'onOpen'> & { field: PreviewField }) {
  return (
    <span className="pz-box pz-preview-name">
      {onOpen && pairId !== null ? (
        <button type="button" className="pz-box pz-link pz-preview-open" onClick={() => onOpen(pairId)}>
          {attributeLabel}
        </button>
      ) : (
        attributeLabel
      )}{' '}
      {field !== null && (
        <span className="pz-box pz-preview-api">
          <ApiName>{field}</ApiName>
        </span>
      )}
    </span>
  )
}

/** An unchanged value once; a skipped one as the side holds it that is read; a written one with what it replaces. */
function FieldValues({ field: { source, before, after, outcome, labels }, words }: { field: PreviewField; words: PreviewWords }) {
  const options = Object.entries(labels).map(([id, name]) => ({ id, label: name }))
  if (outcome === 'unchanged') {
    return (
      <p className="pz-box pz-preview-value">
        <Value value={after} options={options} />
      </p>
    )
  }
  return (
    <dl className="pz-box pz-preview-values">
      <dt className="pz-box pz-preview-side">{words.source}</dt>
      <dd className="pz-box pz-preview-value">
        <Value value={source} options={options} />
      </dd>
      <dt className="pz-box pz-preview-side">{words.target}</dt>
      <dd className="pz-box pz-preview-value">
        <Value value={before} options={options} />
        {outcome === 'written' && (
          <>
            {' '}
            <PushIcon className="pz-preview-arrow" />
            <VisuallyHidden>{words.becomes}</VisuallyHidden>{' '}
            <strong className="pz-box pz-preview-after">
              <Value value={after} options={options} />
            </strong>
          </>
        )}
      </dd>
    </dl>
  )
}
