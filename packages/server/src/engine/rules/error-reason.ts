import type { JobReason, SyncError } from '@pryzm/salesforce-sdk/contract'

/** What a job says about the error that stopped it: the narrowest code there is, and its sentence. */
export function errorReason({ code, details, message }: SyncError): JobReason {
  return { code: typeof details.reason === 'string' ? details.reason : code, sentence: message }
}
