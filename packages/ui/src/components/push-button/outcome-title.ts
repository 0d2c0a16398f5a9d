import type { PushLook } from './push-look.ts'
import type { PushOutcome } from './use-push.ts'

/** The outcome of a press in one sentence: the dialog's title, and what is announced. */
export function outcomeTitle(outcome: PushOutcome, text: PushLook['text']): string {
  if (outcome.kind === 'failed') return outcome.error.details.notSent === true ? text.offline : text.notPushed
  if (outcome.kind === 'unconfirmed') return text.unknownTitle
  const { result } = outcome.push
  if (result === null) return text.unknownTitle
  if (result.outcome === 'failed') return text.failed
  if (result.outcome === 'skipped') return text.skipped
  if (result.outcome === 'unchanged' && result.skippedFields === 0) return text.unchanged
  return text.sent({ sent: result.syncedFields, skipped: result.skippedFields })
}
