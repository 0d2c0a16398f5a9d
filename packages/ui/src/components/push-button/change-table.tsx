import type { PreviewField } from '@pryzm/salesforce-sdk'
import { ApiName, StatusBadge, Value } from '../../primitives/index.ts'
import type { PushLook } from './push-look.ts'
import { overwrites } from './use-push-review.ts'

interface ChangeTableProps {
  /** Those that would be written or left out. */
  fields: readonly PreviewField[]
  text: PushLook['text']
}

/** Each field's value in Salesforce beside the one it would get; its name stands over the two, so that both have room at every width. */
export function ChangeTable({ fields, text }: ChangeTableProps) {
  return (
    <table className="pz-box pz-push-button-results">
      <caption className="pz-box pz-hidden">{text.changes}</caption>
      <thead className="pz-box pz-push-button-head">
        <tr className="pz-box">
          <th className="pz-box pz-push-button-cell pz-push-button-half" scope="col">
            {text.now}
          </th>
          <th className="pz-box pz-push-button-cell" scope="col">
            {text.willBecome}
          </th>
        </tr>
      </thead>
      {fields.map((field) => (
        <FieldChange key={`${field.attribute} ${field.pairId ?? ''}`} field={field} text={text} />
      ))}
    </table>
  )
}

function FieldChange({ field, text }: { field: PreviewField; text: PushLook['text'] }) {
  const { attributeLabel, field: apiName, before, after, source, outcome, sentence, note, labels } = field
  const options = Object.entries(labels).map(([id, label]) => ({ id, label }))
  const written = outcome === 'written'
  return (
    <tbody className="pz-box" data-outcome={outcome}>
      <tr className="pz-box">
        <th className="pz-box pz-push-button-field" colSpan={2} scope="rowgroup">
          <span className="pz-box pz-push-button-line">
            <span className="pz-box pz-push-button-name">{attributeLabel}</span>
            {apiName !== null && <ApiName>{apiName}</ApiName>}
            {!written && (
              <StatusBadge status="done-with-skips" variant="plain">
                {text.notSent}
              </StatusBadge>
            )}
            {overwrites(field) && (
              <StatusBadge status="attention" variant="plain">
                {text.changedThere}
              </StatusBadge>
            )}
          </span>
        </th>
      </tr>
      <tr className="pz-box">
        <td className="pz-box pz-push-button-cell">
          <Value value={before} options={options} />
        </td>
        <td className="pz-box pz-push-button-cell" data-outcome={outcome}>
          {written ? (
            <strong className="pz-box">
              <Value value={after} options={options} />
            </strong>
          ) : (
            <>
              {sentence !== null && <p className="pz-box pz-muted">{sentence}</p>}
              {source !== null && (
                <p className="pz-box pz-muted pz-push-button-value">
                  {text.dropped} <Value value={source} options={options} />
                </p>
              )}
            </>
          )}
          {note && !overwrites(field) && <p className="pz-box pz-muted">{note.sentence}</p>}
        </td>
      </tr>
    </tbody>
  )
}
