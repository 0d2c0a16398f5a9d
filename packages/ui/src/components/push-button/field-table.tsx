import type { FieldResult } from '@pryzm/salesforce-sdk'
import { ApiName, StatusBadge, Value } from '../../primitives/index.ts'
import { byUrgency, fieldOutcome, outcomeShapes } from './field-outcomes.ts'
import type { PushLook } from './push-look.ts'

interface FieldTableProps {
  fields: readonly FieldResult[]
  look: PushLook
}

/** Each field of the record: where it went, and why it did not. Two columns, so that it stays a table at every width. */
export function FieldTable({ fields, look }: FieldTableProps) {
  const { text, part } = look
  return (
    <table {...part('results')}>
      <caption className="pz-box pz-hidden">{text.results}</caption>
      <thead className="pz-box pz-push-button-head">
        <tr className="pz-box">
          <th className="pz-box pz-push-button-cell pz-push-button-first" scope="col">
            {text.attribute}
          </th>
          <th className="pz-box pz-push-button-cell" scope="col">
            {text.outcome}
          </th>
        </tr>
      </thead>
      <tbody className="pz-box">
        {byUrgency(fields).map((field) => (
          <FieldRow key={field.attribute} field={field} look={look} />
        ))}
      </tbody>
    </table>
  )
}

function FieldRow({ field, look: { text, part } }: { field: FieldResult; look: PushLook }) {
  const outcome = fieldOutcome(field)
  const words = { sent: text.outcomeSent, skipped: text.outcomeSkipped, rejected: text.outcomeRejected }
  return (
    <tr {...part('row', { outcome })}>
      <th className="pz-box pz-push-button-cell" scope="row">
        <span className="pz-box pz-push-button-name">{field.attributeLabel}</span>
        {field.field === null ? <span className="pz-box pz-muted">{text.notMapped}</span> : <ApiName>{field.field}</ApiName>}
      </th>
      <td className="pz-box pz-push-button-cell">
        <StatusBadge status={outcomeShapes[outcome]} variant="plain">
          {words[outcome]}
        </StatusBadge>
        {field.sentence !== null && <p className="pz-box">{field.sentence}</p>}
        {field.dropped !== null && (
          <p className="pz-box pz-muted pz-push-button-value">
            {text.dropped} <Value value={field.dropped} />
          </p>
        )}
      </td>
    </tr>
  )
}
