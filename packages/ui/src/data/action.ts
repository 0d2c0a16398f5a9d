import type { SyncError } from '@pryzm/salesforce-sdk'
import type { UseMutationResult } from '@tanstack/react-query'

/** Something a person may do: how to do it, and how the last time went. */
export interface Action<Given = void> {
  run: (given: Given) => void
  busy: boolean
  error: SyncError | null
  /** Forgets the last failure. */
  reset: () => void
}

/** The part of a mutation that a view needs. */
export function actionOf<Answer, Given>(mutation: UseMutationResult<Answer, SyncError, Given>): Action<Given> {
  return {
    run: (given) => mutation.mutate(given),
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  }
}
