export const base = '/services/data/v67.0'

/** A subrequest that makes a record. */
export const post = (object: string, referenceId: string, body: object) => ({
  method: 'POST',
  url: `${base}/sobjects/${object}`,
  referenceId,
  body,
})

/** A subrequest that reads. */
export const get = (path: string, referenceId: string) => ({ method: 'GET', url: base + path, referenceId })

/** What a subrequest answers that was undone along with a failed one. */
export const haltedBody = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
  },
]
