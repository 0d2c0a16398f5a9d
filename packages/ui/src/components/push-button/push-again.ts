import type { PushLook } from './push-look.ts'
import type { PushOutcome } from './use-push.ts'

/** Refusals that may be gone the next time, though nobody changed the record. */
const passing = new Set(['UNABLE_TO_LOCK_ROW', 'salesforce_busy', 'internal'])

/** Remedies of a press that was refused, after which another one may get through. */
const mayPass = new Set<string>(['wait', 'report', 'reload'])

/** The button that pushes once more, where that can help as things stand; null where it cannot. */
export function pushAgainLabel(outcome: PushOutcome, text: PushLook['text']): string | null {
  if (outcome.kind === 'unconfirmed') return outcome.arrived === false ? text.tryAgain : null
  if (outcome.kind === 'failed') {
    const { details, remedy } = outcome.error
    return details.notSent === true || mayPass.has(remedy) ? text.tryAgain : null
  }
  const code = outcome.push.result?.outcome === 'failed' ? outcome.push.result.reason?.code : undefined
  if (code === 'deleted_in_salesforce') return text.createAnew
  return code !== undefined && passing.has(code) ? text.tryAgain : null
}
