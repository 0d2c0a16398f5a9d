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

/** The attribute whose value Salesforce refused; null where that cannot be told for certain. */
export function refusedAttribute(
  refusal: Refusal,
  sent: readonly SentAttribute[],
  labelOf: (field: string) => string | undefined,
): SentAttribute | null {
  if (!aboutOneValue.has(refusal.code)) return null
  const named = sent.filter(({ fields }) => fields.some((field) => refusal.fields.includes(field)))
  const candidates =
    named.length > 0
      ? named
      : sent.filter(({ fields }) => fields.some((field) => saysField(refusal.message, field, labelOf(field))))
  return candidates.length === 1 ? (candidates[0] ?? null) : null
}

/** Messages name a field by its API name in quotes, or begin with its label. */
function saysField(message: string, field: string, label: string | undefined): boolean {
  return message.includes(`'${field}'`) || (label !== undefined && message.startsWith(`${label}: `))
}
