import {
  type JobReason,
  type Mapping,
  type MappingIssue,
  type ObjectPair,
  type RecordType,
  type SalesforceObject,
  SyncError,
} from '@pryzm/salesforce-sdk/contract'
import {
  directionWords,
  flows,
  objectPairLabels,
  type PairSides,
  type PlanInput,
  previewColumns,
  PRYZM_ID_FIELD,
  validateMapping,
} from '@pryzm/salesforce-sdk/mapping'
import { type MappingInForce, mappingInForce } from '../mapping-in-force.ts'
import { type OpenOrg, openOrg } from '../open-org.ts'
import type { LinkScope, Ports } from '../ports/index.ts'
import { type PullSetup, setUpPull } from '../pull/set-up-pull.ts'
import { decisiveFields } from '../push/find-in-salesforce.ts'
import { type PushSetup, setUpPush } from '../push/prepare-push.ts'
import { oneSided, readPairSides } from '../read-sides.ts'
import { requireOwnIds } from '../rules/pair-ids.ts'
import { recordTypeOf } from '../rules/record-type-of.ts'
import { isRefused, orRefused } from './refused-way.ts'

type Refused = { refused: JobReason }

/** What a preview of one object goes by: both directions compiled as for a sync, and what to read for them. */
export interface PreviewSetup {
  ports: Ports
  workspace: string
  open: OpenOrg
  object: SalesforceObject
  recordType: RecordType
  scope: LinkScope
  input: PlanInput
  pull: PullSetup | Refused
  push: PushSetup | Refused
  /** By the mapping in force, under which links remember what they brought; null where that mapping cannot pull. */
  lastPull: PullSetup | null
  /** Fields of Salesforce to read. */
  columns: string[]
}

/** The mapping to preview with, before Salesforce is asked. */
export interface PreviewedMapping {
  open: OpenOrg
  saved: MappingInForce
  /** The mapping in force, or the one that is not saved yet. */
  shown: MappingInForce
  pair: ObjectPair
  recordType: RecordType
}

/** Finds the mapping to preview with. Rejects with `mapping_invalid` where it names no record type for the object. */
export async function previewedMapping(
  ports: Ports,
  workspace: string,
  object: SalesforceObject,
  draft: Mapping | undefined,
): Promise<PreviewedMapping> {
  const [open, saved] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  if (draft !== undefined) requireOwnIds(draft)
  // As if it were saved now.
  const shown = draft === undefined ? saved : { version: saved.version + 1, saved: null, mapping: draft }
  const pair = shown.mapping.pairs.find((candidate) => candidate.object === object)
  const recordType = pair ? recordTypeOf(pair) : null
  if (pair === undefined || recordType === null)
    throw invalid('pipeline_not_selected', 'Choose the pipeline that Opportunities sync with first.')
  return { open, saved, shown, pair, recordType }
}

/**
 * Reads both sides and compiles both directions; each that could not sync tells why. A describe of the last minute will do
 * unless `fresh`, or unless something blocks the object by it.
 */
export async function previewSetup(
  ports: Ports,
  workspace: string,
  { open, saved, shown, pair, recordType }: PreviewedMapping,
  { fresh }: { fresh: boolean },
): Promise<PreviewSetup> {
  const { object } = pair
  const { own, issues } = await readOwn(ports, workspace, { open, pair, mapping: shown.mapping, fresh })
  const { describe, recordType: schema } = own
  if (!describe || !schema) {
    const blocking = issues.find(({ severity }) => severity === 'blocking')
    throw invalid(
      blocking?.code ?? 'mapping_invalid',
      blocking?.sentence ?? 'The mapping does not fit any more. Open it to see why.',
    )
  }
  const compiled = { workspace, open, object, own }
  const pull = orRefused(() => {
    refuseUnpulled(shown, pair)
    return setUpPull(ports, { ...compiled, mapping: shown.mapping })
  })
  const push = orRefused(() => setUpPush(ports, { ...compiled, inForce: shown, recordType, issues, fresh }))
  const last = shown === saved ? pull : orRefused(() => setUpPull(ports, { ...compiled, mapping: saved.mapping }))
  const lastPull = isRefused(last) || last.recordType !== recordType ? null : last
  const input = { pair, describe, recordType: schema, issues }
  const setup = { ports, workspace, open, object, recordType, scope: { workspace, orgId: open.info.id, object, recordType } }
  return { ...setup, input, pull, push, lastPull, columns: columnsOf({ input, pull, push, lastPull }) }
}

async function readOwn(
  ports: Ports,
  workspace: string,
  { open, pair, mapping, fresh }: { open: OpenOrg; pair: ObjectPair; mapping: Mapping; fresh: boolean },
): Promise<{ own: PairSides; issues: MappingIssue[] }> {
  const recent = fresh ? undefined : ports.describes.recent(open, pair.object, ports.clock.now())
  if (recent !== undefined) {
    const { recordType } = await readPairSides(ports, workspace, pair, null)
    const own = { recordType, describe: recent }
    const issues = validateMapping(mapping, oneSided(pair.object, own))
    if (issues.every(({ severity }) => severity !== 'blocking')) return { own, issues }
  }
  const own = await readPairSides(ports, workspace, pair, open, { conditional: !fresh })
  return { own, issues: validateMapping(mapping, oneSided(pair.object, own)) }
}

/** Why no run would have a job for the object pair. */
function refuseUnpulled({ version }: MappingInForce, { object, enabled, direction }: ObjectPair): void {
  const { salesforcePlural } = objectPairLabels[object]
  if (version === 0) throw invalid('not_mapped', 'Nothing is mapped yet. Configure and save the mapping first.')
  if (!enabled) throw invalid('pair_disabled', `The mapping of ${salesforcePlural} is switched off.`)
  if (flows(direction, 'pull')) return
  throw invalid('direction', `${salesforcePlural} are set to ${directionWords[direction]}, so none is pulled.`)
}

function columnsOf({ input, pull, push, lastPull }: Pick<PreviewSetup, 'input' | 'pull' | 'push' | 'lastPull'>): string[] {
  const { fields } = input.describe
  const visible = ['Id', 'Name', PRYZM_ID_FIELD, 'SystemModstamp'].filter((name) => fields.some((field) => field.name === name))
  const columns = [
    ...visible,
    ...decisiveFields(input),
    ...previewColumns(input),
    ...(isRefused(pull) ? [] : pull.plan.columns),
    ...(isRefused(push) ? [] : push.plan.readBack),
    ...(lastPull?.plan.columns ?? []),
  ]
  return [...new Set(columns)]
}

function invalid(reason: string, sentence: string): SyncError {
  return new SyncError('mapping_invalid', sentence, { details: { reason } })
}
