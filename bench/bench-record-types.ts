import type { RecordTypeSchema } from '@pryzm/salesforce-sdk'
import { defaultSchema } from '@pryzm/salesforce-sdk/mapping'

const extra = ['account_number', 'ownership', 'rating', 'account_source', 'fax', 'ticker_symbol', 'site'] as const

/** Pryzm's own attributes and some text ones more, so that about twenty columns of an account are mapped. */
export const benchRecordTypes: RecordTypeSchema[] = defaultSchema().map((schema) =>
  schema.recordType === 'organization'
    ? {
        ...schema,
        attributes: [
          ...schema.attributes,
          ...extra.map((name) => ({
            name,
            label: name.replace('_', ' '),
            type: 'text' as const,
            required: false,
            unique: false,
            readOnly: false,
          })),
        ],
      }
    : schema,
)
