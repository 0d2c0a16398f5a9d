import { SalesforceError } from './salesforce-error.ts'

/** What became of one record of a collection. Errors bear `statusCode` here, where single records have `errorCode`. */
export interface CollectionItem {
  id?: string
  success: boolean
  errors: { statusCode: string; message: string; fields: string[] }[]
  created?: boolean
}

/** The item of a record that was refused; `more` adds its id or `created`. One that could not even be read has no id. */
export function failedItem(error: SalesforceError, { id, ...more }: Partial<CollectionItem> = {}): CollectionItem {
  const wasRead = error.errors.some(({ fields }) => fields !== undefined)
  const errors = error.errors.map(({ errorCode, message, fields }) => ({ statusCode: errorCode, message, fields: fields ?? [] }))
  return { ...(id !== undefined && wasRead ? { id } : {}), ...more, success: false, errors }
}

const rolledBack = new SalesforceError(400, [
  {
    errorCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  },
])

/** The item of a good record that was taken back because another one failed. */
export function rolledBackItem(): CollectionItem {
  return failedItem(rolledBack)
}
