import type { ObjectDescribe, SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { OpenOrg } from './open-org.ts'

/** How long a push may build on a describe that was read before. */
const freshForMs = 60_000

/**
 * Describes that were read whole a moment ago, for pushes alone: a describe takes longer than the push itself. Whatever a push
 * meets that an aged describe could explain, it makes sure with a fresh one. `readDescribe` alone puts something in; what the
 * store keeps for everybody else may be older.
 */
export interface DescribeCache {
  /** Undefined where none was read lately by this Salesforce user. */
  recent(open: OpenOrg, object: SalesforceObject, now: Date): ObjectDescribe | undefined
  keep(open: OpenOrg, object: SalesforceObject, describe: ObjectDescribe | null, now: Date): void
}

export function createDescribeCache(): DescribeCache {
  const read = new Map<string, { describe: ObjectDescribe; at: number }>()
  return {
    recent(open, object, now) {
      const found = read.get(keyOf(open, object))
      return found !== undefined && now.getTime() - found.at < freshForMs ? found.describe : undefined
    },
    keep(open, object, describe, now) {
      const key = keyOf(open, object)
      read.delete(key)
      if (describe !== null) read.set(key, { describe, at: now.getTime() })
      for (const [old, { at }] of read) if (now.getTime() - at >= freshForMs) read.delete(old)
    },
  }
}

function keyOf({ connection, info, userId }: OpenOrg, object: SalesforceObject): string {
  return `${connection.workspace} ${info.id} ${userId} ${object}`
}
