import type { Address, Attribute, AttributeValue, RecordTypeSchema } from '@pryzm/salesforce-sdk'
import { type FormEvent, useState } from 'react'

interface RecordFormProps {
  schema: RecordTypeSchema
  values: Record<string, AttributeValue>
  /** Names of related records and users by id. */
  names: Record<string, string>
  readOnly: boolean
  submitLabel: string
  onSubmit: (values: Record<string, AttributeValue>) => Promise<void>
}

type Status = { kind: 'idle' } | { kind: 'saving' } | { kind: 'saved' } | { kind: 'refused'; message: string }

/** The attributes of one record, to read or to change. */
export function RecordForm({ schema, values, names, readOnly, submitLabel, onSubmit }: RecordFormProps) {
  const [status, setStatus] = useState<Status>({ kind: 'idle' })
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setStatus({ kind: 'saving' })
    try {
      await onSubmit(changedValues(schema.attributes, values, form))
      setStatus({ kind: 'saved' })
    } catch (error) {
      setStatus({ kind: 'refused', message: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <form className="record" onSubmit={(event) => void submit(event)}>
      <div className="record-fields">
        {schema.attributes.map((attribute) => (
          <AttributeField
            key={attribute.name}
            attribute={attribute}
            value={values[attribute.name] ?? null}
            names={names}
            readOnly={readOnly}
          />
        ))}
      </div>
      <div className="record-end">
        {!readOnly && (
          <button className="button button-primary" type="submit" disabled={status.kind === 'saving'}>
            {submitLabel}
          </button>
        )}
        <p role="status">{status.kind === 'saved' ? 'Saved.' : status.kind === 'saving' ? 'Saving' : ''}</p>
        {status.kind === 'refused' && <p role="alert">{status.message}</p>}
      </div>
    </form>
  )
}

const addressParts = { street: 'Street', city: 'City', state: 'State', postalCode: 'Postal code', country: 'Country' } as const

interface AttributeFieldProps {
  attribute: Attribute
  value: AttributeValue
  names: Record<string, string>
  readOnly: boolean
}

function AttributeField({ attribute, value, names, readOnly }: AttributeFieldProps) {
  if (attribute.type === 'address') {
    const address = value as Address | null
    return (
      <fieldset className="field field-wide">
        <legend>{attribute.label}</legend>
        <div className="address">
          {Object.entries(addressParts).map(([part, label]) => (
            <label className="field" key={part}>
              <span>{label}</span>
              <input
                className="input"
                name={`${attribute.name}.${part}`}
                defaultValue={address?.[part as keyof Address] ?? ''}
                readOnly={readOnly}
              />
            </label>
          ))}
        </div>
      </fieldset>
    )
  }
  const wide = attribute.type === 'long_text' ? 'field field-wide' : 'field'
  return (
    <label className={wide}>
      <span>
        {attribute.label}
        {attribute.required && <span className="required"> (required)</span>}
      </span>
      <Control attribute={attribute} value={value} names={names} readOnly={readOnly} />
    </label>
  )
}

function Control({ attribute, value, names, readOnly }: AttributeFieldProps) {
  const { name, required } = attribute
  if (attribute.type === 'relation' || attribute.type === 'user') {
    return <output className="input output">{typeof value === 'string' ? (names[value] ?? value) : '—'}</output>
  }
  if (attribute.type === 'boolean') {
    return <input type="checkbox" name={name} defaultChecked={value === true} disabled={readOnly} />
  }
  if (attribute.options && attribute.type !== 'multi_select') {
    return (
      <select
        className="select"
        name={name}
        defaultValue={typeof value === 'string' ? value : ''}
        disabled={readOnly}
        required={required}
      >
        <option value="">None</option>
        {attribute.options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    )
  }
  if (attribute.type === 'long_text') {
    return <textarea className="input" name={name} rows={4} defaultValue={textOf(value)} readOnly={readOnly} />
  }
  return (
    <input
      className="input"
      name={name}
      type={inputType(attribute)}
      defaultValue={textOf(value)}
      readOnly={readOnly}
      required={required}
    />
  )
}

function inputType({ type }: Attribute): string {
  return type === 'date' ? 'date' : type === 'email' ? 'email' : type === 'phone' ? 'tel' : 'text'
}

function textOf(value: AttributeValue): string {
  if (typeof value === 'string') return value
  return value !== null && typeof value === 'object' && 'amount' in value ? value.amount : ''
}

/** What the form holds that the record does not: unchanged attributes are left out. */
function changedValues(
  attributes: readonly Attribute[],
  before: Record<string, AttributeValue>,
  form: FormData,
): Record<string, AttributeValue> {
  const changed: Record<string, AttributeValue> = {}
  for (const attribute of attributes) {
    if (attribute.type === 'relation' || attribute.type === 'user' || attribute.type === 'multi_select') continue
    const value = formValue(attribute, before[attribute.name] ?? null, form)
    if (JSON.stringify(value) !== JSON.stringify(before[attribute.name] ?? null)) changed[attribute.name] = value
  }
  return changed
}

function formValue(attribute: Attribute, before: AttributeValue, form: FormData): AttributeValue {
  const text = (name: string) => {
    const entry = form.get(name)
    return (typeof entry === 'string' && entry.trim()) || null
  }
  if (attribute.type === 'boolean') return form.has(attribute.name)
  if (attribute.type === 'address') {
    const parts = Object.keys(addressParts).map((part) => [part, text(`${attribute.name}.${part}`)] as const)
    return parts.every(([, value]) => value === null) ? null : (Object.fromEntries(parts) as unknown as Address)
  }
  const value = text(attribute.name)
  if (attribute.type !== 'currency' || value === null) return value
  const currency = before !== null && typeof before === 'object' && 'amount' in before ? before.currency : null
  return { amount: value, currency }
}
