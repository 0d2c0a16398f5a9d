import type { FieldResult, SalesforceObject } from '@pryzm/salesforce-sdk'
import { usePresentation } from '../../presentation.ts'
import { ApiName, AppLink, StatusBadge, Value } from '../../primitives/index.ts'
import { byUrgency, fieldOutcome, mendsInMapping, outcomeShapes } from './field-outcomes.ts'
import type { PushLook } from './push-look.ts'

interface FieldTableProps {
  object: SalesforceObject
  fields: readonly FieldResult[]
  look: PushLook
}

/** Each field of the record: where it went, and why it did not. Two columns, so that it stays a table at every width. */
export function FieldTable({ object, fields, look }: FieldTableProps) {
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
          <FieldRow key={field.attribute} object={object} field={field} look={look} />
        ))}
      </tbody>
    </table>
  )
}

interface FieldRowProps {
  object: SalesforceObject
  field: FieldResult
  look: PushLook
}

function FieldRow({ object, field, look: { text, part } }: FieldRowProps) {
  const { links } = usePresentation()
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
        {field.note && <p className="pz-box">{field.note.sentence}</p>}
        {field.valueHidden === true && <p className="pz-box pz-muted">{text.hiddenValue}</p>}
        {field.dropped !== null && (
          <p className="pz-box pz-muted pz-push-button-value">
            {text.dropped} <Value value={field.dropped} />
          </p>
        )}
        {field.pairId !== null && mendsInMapping(field) && (
          <AppLink to={links.mappingRow(object, field.pairId)}>{text.toMappingRow}</AppLink>
        )}
      </td>
    </tr>
  )
}
