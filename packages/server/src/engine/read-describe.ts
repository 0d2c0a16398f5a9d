import type { ObjectDescribe, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { describeKey } from './describe-key.ts'
import { noticeChange } from './notice-change.ts'
import type { OpenOrg } from './open-org.ts'
import type { DescribeKey, DescribeReading, KnownDescribe, Ports } from './ports/index.ts'
import { fingerprint } from './rules/content-hash.ts'

// What Salesforce counts as a change of metadata is not documented to include a user's access, so that even a describe that
// it calls unchanged is read whole once a day.
const wholeEveryMs = 24 * 60 * 60_000

/** How a describe is asked for. */
export interface DescribeRequest {
  /** True where it will do that Salesforce says that nothing changed; never before a job or for a setup check. */
  conditional?: boolean
}

/**
 * Describes an object as this user sees it now; null where they may not see it. The one reader of describes: it keeps what was
 * read, and notices what changed since the last reading of any process.
 */
export async function readDescribe(
  ports: Ports,
  open: OpenOrg,
  object: SalesforceObject,
  { conditional = false }: DescribeRequest = {},
): Promise<ObjectDescribe | null> {
  const { clock, describes, store } = ports
  const key = describeKey(open, object)
  const known = await store.describes.known(key)
  const mark = conditional ? usableMark(known, open, clock.now()) : null
  const answer = await (mark === null ? open.org.describe(object) : open.org.describeIfChanged(object, mark))
  const at = clock.now()
  if (answer === 'unchanged') return unchanged(ports, open, { key, revision: known?.revision ?? 0, at })
  describes.keep(open, object, answer.describe, at)
  await keepReading(ports, open, key, known, { ...answer, userId: open.userId, hash: fingerprint(answer.describe), at })
  return answer.describe
}

function usableMark(known: KnownDescribe | null, { userId }: OpenOrg, now: Date): string | null {
  if (known === null || known.userId !== userId) return null
  return now.getTime() - known.readAt.getTime() < wholeEveryMs ? known.mark : null
}

/** The describe that is kept; it is read whole where it was forgotten in the meantime. */
async function unchanged(
  ports: Ports,
  open: OpenOrg,
  { key, revision, at }: { key: DescribeKey; revision: number; at: Date },
): Promise<ObjectDescribe | null> {
  const { store } = ports
  const [kept] = await Promise.all([store.describes.read(key), store.describes.confirm(key, revision, { at })])
  return kept === null ? readDescribe(ports, open, key.object) : kept.describe
}

async function keepReading(
  ports: Ports,
  open: OpenOrg,
  key: DescribeKey,
  known: KnownDescribe | null,
  reading: DescribeReading,
): Promise<void> {
  const { store } = ports
  const { userId, mark, at } = reading
  if (known === null) return store.describes.add(key, reading)
  if (known.hash === reading.hash) return store.describes.confirm(key, known.revision, { at, whole: { userId, mark } })
  // Whoever replaces the old describe tells of the change; a reading that comes late may be older than what is kept.
  const replaced = await store.describes.replace(key, known.revision, reading)
  if (replaced !== null) await noticeChange(ports, open, key.object, { before: replaced.before, after: reading.describe })
}
