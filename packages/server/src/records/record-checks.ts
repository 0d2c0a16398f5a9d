import type { Attribute, AttributeValue, RecordTypeSchema } from '@pryzm/salesforce-sdk/contract'
import type { RecordWrite } from '../engine/ports/index.ts'

export interface Rejection {
  outcome: 'rejected'
  attribute: string | null
  sentence: string
}

/** Finds the first thing about a row that the schema does not allow; null where all is in order. */
export type RowCheck = (row: RecordWrite) => Rejection | null

type ValueCheck = (value: AttributeValue) => string | null

/** Compiles the checks of a record type, once for many rows. */
export function rowCheck({ label, attributes }: RecordTypeSchema): RowCheck {
  const checks = new Map(attributes.map((attribute) => [attribute.name, valueCheck(attribute)]))
  const required = attributes.filter((attribute) => attribute.required)
  return (row) => {
    for (const name in row.values) {
      const check = checks.get(name)
      const sentence = check ? check(row.values[name] ?? null) : `${label} has no attribute ${name}.`
      if (sentence !== null) return { outcome: 'rejected', attribute: name, sentence }
    }
    const missing = row.kind === 'create' ? required.find(({ name }) => isBlank(row.values[name] ?? null)) : undefined
    return missing ? { outcome: 'rejected', attribute: missing.name, sentence: `${missing.label} is required.` } : null
  }
}

function valueCheck(attribute: Attribute): ValueCheck {
  const { label, readOnly, required, maxLength } = attribute
  if (readOnly) return () => `${label} is read-only.`
  const optionCheck = attribute.options && optionsCheck(label, new Set(attribute.options.map(({ id }) => id)))
  return (value) => {
    if (isBlank(value)) return required ? `${label} is required.` : null
    if (maxLength !== undefined && typeof value === 'string' && value.length > maxLength) {
      return `${label} holds at most ${maxLength} characters, and this has ${value.length}.`
    }
    return optionCheck ? optionCheck(value) : null
  }
}

function optionsCheck(label: string, ids: ReadonlySet<string>): ValueCheck {
  const isUnknown = (id: unknown) => typeof id !== 'string' || !ids.has(id)
  return (value) => {
    const unknown = Array.isArray(value) ? value.find(isUnknown) : isUnknown(value) ? value : undefined
    return unknown === undefined ? null : `${label} has no option ${JSON.stringify(unknown)}.`
  }
}

function isBlank(value: AttributeValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0)
}
