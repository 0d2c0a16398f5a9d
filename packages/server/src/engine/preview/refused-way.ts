import { type JobReason, type PreviewWay, SyncError } from '@pryzm/salesforce-sdk/contract'
import { errorReason } from '../rules/error-reason.ts'

/** A direction that a record would not be synced in at all. */
export function refusedWay(reason: JobReason): PreviewWay {
  return { action: 'refused', reason, fields: [] }
}

const refusals = new Set(['mapping_invalid', 'required_field_unmapped', 'nothing_to_push'])

/** Why a sync was refused because of what is mapped; any other error is thrown again. */
export function refusalOf(error: unknown): JobReason {
  if (!(error instanceof SyncError) || !refusals.has(error.code)) throw error
  return errorReason(error)
}

/** What `work` makes, or why it was refused. */
export function orRefused<Made>(work: () => Made): Made | { refused: JobReason } {
  try {
    return work()
  } catch (error) {
    return { refused: refusalOf(error) }
  }
}

/** Whether it was refused. */
export function isRefused(made: object): made is { refused: JobReason } {
  return 'refused' in made
}
