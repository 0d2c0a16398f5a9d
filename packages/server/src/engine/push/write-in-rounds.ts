import { refusalSentence } from '../rules/refusal-sentence.ts'
import { refusedAttribute } from '../rules/refused-attribute.ts'
import { retryDelay } from '../rules/retry-delay.ts'
import type { ConvertedPush, FieldSkip, PushBody, SentAttribute } from '@pryzm/salesforce-sdk/mapping'
import type { Refusal, WriteOutcome } from '../ports/index.ts'
import type { PushSetup } from './prepare-push.ts'

const maxRounds = 3
const maxLockRetries = 3

/** What is sent, and what was left out of it on the way. */
export type Payload = ConvertedPush

export interface RoundsEnd {
  outcome: WriteOutcome
  payload: Payload
}

/**
 * Sends a payload. Where Salesforce refuses single values they are dropped and the rest is sent again, in at most three
 * rounds; a locked row is tried again with growing pauses. `needed` names fields that are never dropped.
 */
export async function writeInRounds(
  setup: PushSetup,
  first: Payload,
  needed: ReadonlySet<string>,
  write: (body: PushBody) => Promise<WriteOutcome>,
): Promise<RoundsEnd> {
  let payload = first
  let lockRetries = 0
  for (let round = 1; ;) {
    const outcome = await write(payload.body)
    if (outcome.kind !== 'refused') return { outcome, payload }
    if (isLocked(outcome.refusals) && lockRetries < maxLockRetries) {
      await setup.ports.clock.sleep(retryDelay(lockRetries++, { first: 300, longest: 2000 }))
      continue
    }
    const smaller = round < maxRounds ? withoutRefused(setup, payload, outcome.refusals, needed) : null
    if (smaller === null) return { outcome, payload }
    payload = smaller
    round++
  }
}

function isLocked(refusals: readonly Refusal[]): boolean {
  return refusals.some(({ code }) => code === 'UNABLE_TO_LOCK_ROW')
}

/** The payload without the refused values; null where a refusal is not about one value that can be spared. */
function withoutRefused(
  { describe }: PushSetup,
  { body, sent, skips, notes }: Payload,
  refusals: readonly Refusal[],
  needed: ReadonlySet<string>,
): Payload | null {
  const fields = new Map(describe.fields.map(({ name, label, type }) => [name, { label, isReference: type === 'reference' }]))
  const dropped = new Map<SentAttribute, Refusal>()
  for (const refusal of refusals) {
    const attribute = refusedAttribute(refusal, sent, (name) => fields.get(name))
    if (attribute === null || attribute.fields.some((field) => needed.has(field))) return null
    dropped.set(attribute, refusal)
  }
  const gone = new Set([...dropped.keys()].flatMap(({ fields }) => fields))
  const goneAttributes = new Set([...dropped.keys()].map(({ attribute }) => attribute))
  return {
    body: Object.fromEntries(Object.entries(body).filter(([field]) => !gone.has(field))),
    sent: sent.filter((attribute) => !dropped.has(attribute)),
    notes: notes.filter(({ attribute }) => !goneAttributes.has(attribute)),
    skips: [...skips, ...[...dropped].map(([attribute, refusal]) => rejected(attribute, refusal))],
  }
}

function rejected({ attribute, value }: SentAttribute, refusal: Refusal): FieldSkip {
  return { attribute, reason: 'rejected_by_salesforce', sentence: refusalSentence(refusal), dropped: value }
}
