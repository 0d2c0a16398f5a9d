import type { MappingIssue } from '../../contract/mapping.ts'

/** The issues of `after` that were not there before: nobody had to deal with them until then. */
export function issuesCaused(before: readonly MappingIssue[], after: readonly MappingIssue[]): MappingIssue[] {
  const known = new Set(before.map(identityOf))
  return after.filter((issue) => !known.has(identityOf(issue)))
}

/** The sentence counts: a picklist that has lost one more value is news. */
function identityOf({ code, severity, object, pairId, field, stops, sentence }: MappingIssue): string {
  return JSON.stringify([code, severity, object, pairId, field, stops, sentence])
}
