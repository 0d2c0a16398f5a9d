import type { SentAttribute } from '@pryzm/salesforce-sdk/mapping'
import type { Refusal } from '../ports/index.ts'

/** Refusals that are about one value, so that the rest of the record may be sent without it. */
const aboutOneValue: ReadonlySet<string> = new Set([
  'STRING_TOO_LONG',
  'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
  'INVALID_FIELD',
  'INVALID_FIELD_FOR_INSERT_UPDATE',
  'INVALID_TYPE_ON_FIELD_IN_RECORD',
  'NUMBER_OUTSIDE_VALID_RANGE',
  'INVALID_EMAIL_ADDRESS',
  'FIELD_INTEGRITY_EXCEPTION',
  'MALFORMED_ID',
  'INVALID_CROSS_REFERENCE_KEY',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
])

/** Refusals that are about a reference, and name neither field nor value. */
const aboutReference: ReadonlySet<string> = new Set([
  'INVALID_CROSS_REFERENCE_KEY',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
])

/** What is known of a field that was sent. */
export interface SentField {
  label: string
  isReference: boolean
}

/** The attribute whose value Salesforce refused; null where that cannot be told for certain. */
export function refusedAttribute(
  refusal: Refusal,
  all: readonly SentAttribute[],
  fieldNamed: (name: string) => SentField | undefined,
): SentAttribute | null {
  if (!aboutOneValue.has(refusal.code)) return null
  const references = aboutReference.has(refusal.code)
  const sent = references ? all.filter(({ fields }) => fields.some((name) => fieldNamed(name)?.isReference)) : all
  const named = sent.filter(({ fields }) => fields.some((field) => refusal.fields.includes(field)))
  const said = sent.filter(({ fields }) => fields.some((field) => saysField(refusal.message, field, fieldNamed(field)?.label)))
  return only(named) ?? only(said) ?? (references ? only(sent) : null)
}

function only(candidates: readonly SentAttribute[]): SentAttribute | null {
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}

/** Messages name a field by its API name in quotes, or begin with its label. */
function saysField(message: string, field: string, label: string | undefined): boolean {
  return message.includes(`'${field}'`) || (label !== undefined && message.startsWith(`${label}: `))
}
