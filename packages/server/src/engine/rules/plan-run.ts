import type { Mapping, MappingIssue, ObjectPair, RecordType } from '@pryzm/salesforce-sdk/contract'
import { blockingIssues, flows, objectPairLabels, type PairSides } from '@pryzm/salesforce-sdk/mapping'
import type { NewJob } from '../ports/index.ts'
import { recordTypeOf } from './record-type-of.ts'

/** A job of a run before it has an id. */
export type PlannedJob = Pick<NewJob, 'object' | 'recordType' | 'label' | 'state' | 'reason'>

/**
 * The jobs of a pull, in order: one for each enabled pair that pulls. A pair with a blocking issue, or one that the person
 * may not write, is skipped with the reason; the others run.
 */
export function planRun(
  mapping: Mapping,
  issues: readonly MappingIssue[],
  sides: Readonly<Record<ObjectPair['object'], PairSides>>,
  mayWrite: (recordType: RecordType) => boolean,
): PlannedJob[] {
  return mapping.pairs
    .filter((pair) => pair.enabled && flows(pair.direction, 'pull'))
    .map((pair) => {
      const recordType = recordTypeOf(pair)
      const label = jobLabel(pair, sides[pair.object])
      const reason = reasonToSkip(pair, issues, recordType, mayWrite, label)
      return { object: pair.object, recordType, label, state: reason === null ? 'queued' : 'skipped', reason }
    })
}

/** Pryzm's name of the pair's records, such as `Organizations` or the pipeline's name. */
export function jobLabel({ object }: Pick<ObjectPair, 'object'>, { recordType }: PairSides): string {
  return recordType?.labelPlural ?? objectPairLabels[object].pryzmPlural
}

function reasonToSkip(
  { object }: ObjectPair,
  issues: readonly MappingIssue[],
  recordType: RecordType | null,
  mayWrite: (recordType: RecordType) => boolean,
  label: string,
): PlannedJob['reason'] {
  const [issue] = blockingIssues(issues, object)
  if (issue) return { code: issue.code, sentence: issue.sentence }
  if (recordType !== null && mayWrite(recordType)) return null
  return { code: 'no_entity_access', sentence: `You may not create and edit ${label}, so they were left out.` }
}
