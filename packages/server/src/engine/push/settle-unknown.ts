import { retryDelay } from '../rules/retry-delay.ts'
import type { FieldValues, WriteOutcome } from '../ports/index.ts'
import type { PushSetup } from './prepare-push.ts'
import type { RoundsEnd } from './write-in-rounds.ts'

const giveUpAfterMs = 10 * 60_000
const pace = { first: 500, longest: 30_000 }

/** Reads the record that a lost answer was about; null while it is not there. */
export type ReadAgain = () => Promise<(FieldValues & { Id?: string }) | null>

/**
 * Settles a write whose answer was lost: by reading, and only where the values are not there twice in a row by repeating the
 * same write, which its key makes safe. Gives up after ten minutes and leaves the outcome `unknown`.
 */
export async function settleUnknown(
  { ports, plan }: PushSetup,
  { payload }: RoundsEnd,
  read: ReadAgain,
  write: () => Promise<WriteOutcome>,
): Promise<WriteOutcome> {
  const { clock } = ports
  const deadline = clock.now().getTime() + giveUpAfterMs
  let message = 'Salesforce did not say what became of it.'
  for (let attempt = 0; clock.now().getTime() < deadline; attempt++) {
    const held = await read().catch(() => null)
    if (held?.Id && plan.notKept({ ...payload }, held).length === 0)
      return { kind: 'written', salesforceId: held.Id, created: false, kept: held }
    await clock.sleep(retryDelay(attempt, pace))
    if (attempt % 2 === 0) continue
    const outcome = await write()
    if (outcome.kind !== 'unknown') return outcome
    message = outcome.message
  }
  return { kind: 'unknown', message }
}
