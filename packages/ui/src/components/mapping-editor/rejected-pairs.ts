import { type Mapping, type SalesforceObject, SyncError } from '@pryzm/salesforce-sdk'

/** A field pair that a save was refused for, and why. */
export interface RejectedPair {
  object: SalesforceObject
  pairId: string
  sentence: string
}

/** The field pairs that a refused save names by their place in the mapping; empty for every other error. */
export function rejectedPairs(error: SyncError, mapping: Mapping): RejectedPair[] {
  const { issues } = error.details
  if (error.code !== 'invalid_input' || !Array.isArray(issues)) return []
  return issues.flatMap((issue: { path?: unknown; message?: unknown }) => {
    const [, pairIndex, fieldIndex] = /^mapping\.pairs\.(\d+)\.fields\.(\d+)/.exec(String(issue.path)) ?? []
    const pair = mapping.pairs[Number(pairIndex)]
    const field = pair?.fields[Number(fieldIndex)]
    return pair && field ? [{ object: pair.object, pairId: field.id, sentence: String(issue.message) }] : []
  })
}
