import type { Refusal } from '../ports/index.ts'

const sentences: Readonly<Record<string, (refusal: Refusal) => string>> = {
  REQUIRED_FIELD_MISSING: ({ fields, message }) =>
    fields.length > 0
      ? `Salesforce requires a value in ${fields.join(', ')}.`
      : `Salesforce requires a value that is missing: ${quoted(message)}`,
  FIELD_CUSTOM_VALIDATION_EXCEPTION: ({ message }) => `A validation rule in Salesforce refused the record: ${quoted(message)}`,
  DUPLICATES_DETECTED: ({ message }) => `A duplicate rule in Salesforce refused the record: ${quoted(message)}`,
  CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: ({ message }) => `Automation in Salesforce refused the record: ${quoted(message)}`,
  UNABLE_TO_LOCK_ROW: () => 'The record was locked by other work in Salesforce, several times in a row. Try again in a moment.',
  ENTITY_IS_LOCKED: () => 'The record is locked in Salesforce, usually by an approval. Try again once it is unlocked.',
  NOT_FOUND: () => 'Salesforce does not have this record any more, or the connected user cannot see it.',
  ENTITY_IS_DELETED: () => 'The record was deleted in Salesforce.',
  INVALID_FIELD_FOR_INSERT_UPDATE: ({ fields, message }) =>
    fields.length > 0
      ? `The connected Salesforce user may not edit ${fields.join(', ')}. Ask a Salesforce admin for edit access to it.`
      : `The connected Salesforce user may not edit a field of this record: ${quoted(message)}`,
  INSUFFICIENT_ACCESS_OR_READONLY: () => 'The connected Salesforce user may not edit this record.',
  INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY: () =>
    'The connected Salesforce user may not use a record that this one refers to.',
  DUPLICATE_VALUE: ({ message }) =>
    /Pryzm_ID__c/i.test(message)
      ? 'Another Salesforce record that the connected user cannot see already carries this Pryzm_ID. Ask a Salesforce admin to share or clear it.'
      : `Salesforce holds another record with the same unique value: ${quoted(message)}`,
  NOT_PROCESSED: () => 'Salesforce did not get to this record. It is tried again with the next pull.',
}

/** Says for a person why Salesforce refused a record; what is not known is quoted word for word. */
export function refusalSentence(refusal: Refusal): string {
  return sentences[refusal.code]?.(refusal) ?? `Salesforce refused it: ${quoted(refusal.message)} (${refusal.code})`
}

function quoted(message: string): string {
  const text = message.trim().replace(/\s+/g, ' ')
  return text.length > 500 ? `"${text.slice(0, 499)}…"` : `"${text}"`
}
