import type { RecordResult } from '@pryzm/salesforce-sdk'
import type { PushLook } from './push-look.ts'
import type { PushOutcome } from './use-push.ts'

/** The outcome of a press in one sentence: the dialog's title, and what is announced. */
export function outcomeTitle(outcome: PushOutcome, text: PushLook['text']): string {
  if (outcome.kind === 'failed') return outcome.error.details.notSent === true ? text.offline : text.notPushed
  if (outcome.kind === 'unconfirmed' || outcome.push.result === null) return text.unknownTitle
  return resultTitle(outcome.push.result, text)
}

/** What became of one record in one sentence. */
export function resultTitle({ outcome, syncedFields, skippedFields }: RecordResult, text: PushLook['text']): string {
  if (outcome === 'failed') return text.failed
  if (outcome === 'skipped') return text.skipped
  if (outcome === 'unchanged' && skippedFields === 0) return text.unchanged
  return text.sent({ sent: syncedFields, skipped: skippedFields })
}
