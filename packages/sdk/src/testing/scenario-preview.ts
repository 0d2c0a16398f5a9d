import type { JobReason } from '../contract/job.ts'
import type { Mapping } from '../contract/mapping.ts'
import type { PreviewField, PreviewWay } from '../contract/preview.ts'
import type { SalesforceObject } from '../contract/shared.ts'
import { flows, type Way } from '../mapping/effective-direction.ts'
import { cellOf } from '../mapping/plans/field-kept.ts'
import { nameColumn } from '../mapping/preview/held-value.ts'
import type { PlanInput } from '../mapping/plans/plan-fields.ts'
import { previewPull, previewPush } from '../mapping/preview/preview-fields.ts'
import { compilePullPlan } from '../mapping/plans/pull-plan.ts'
import { compilePushPlan } from '../mapping/plans/push-plan.ts'
import { resolveRow } from '../mapping/plans/resolve-row.ts'
import { blockingIssues } from '../mapping/validation/issues-of.ts'
import { directionWords, objectPairLabels } from '../mapping/words.ts'
import type { ScenarioSample } from './samples.ts'
import type { ScenarioState } from './scenario-state.ts'

/** What a pull and a push of a sample would write by a mapping, through the plans that the server uses too. */
export function previewSample(
  state: ScenarioState,
  mapping: Mapping,
  sample: ScenarioSample,
): { pull: PreviewWay | null; push: PreviewWay | null } {
  const { salesforce, pryzm } = sample
  return {
    pull: salesforce && (refusal(state, mapping, sample.object, 'pull') ?? pullWay(state, mapping, sample)),
    push: pryzm && (refusal(state, mapping, sample.object, 'push') ?? pushWay(state, mapping, sample)),
  }
}

function refusal(state: ScenarioState, mapping: Mapping, object: SalesforceObject, way: Way): PreviewWay | null {
  const pair = pairOf(mapping, object)
  const { salesforcePlural } = objectPairLabels[object]
  const [issue] = blockingIssues(state.issues(mapping), object)
  const refused = (reason: JobReason): PreviewWay => ({ action: 'refused', reason, fields: [] })
  if (!pair.enabled) return refused({ code: 'pair_disabled', sentence: `The mapping of ${salesforcePlural} is switched off.` })
  if (!flows(pair.direction, way)) {
    const sentence = `${salesforcePlural} are set to ${directionWords[pair.direction]}, so they do not take part in a ${way}.`
    return refused({ code: 'direction', sentence })
  }
  return issue ? refused({ code: issue.code, sentence: issue.sentence }) : null
}

function pullWay(state: ScenarioState, mapping: Mapping, sample: ScenarioSample): PreviewWay {
  const input = planInput(state, mapping, sample.object)
  const plan = compilePullPlan(input)
  const held = sample.salesforce?.held ?? {}
  const row = plan.convert(plan.columns.map((column) => cellOf(held[column])))
  const attributes = new Map(plan.fields.map(({ attribute }) => [attribute.name, attribute]))
  const { samples, users } = state.data
  resolveRow(
    row,
    {
      record: (_, id) => samples.find(({ salesforce }) => salesforce?.id === id)?.pryzm?.id,
      user: (email) => users.find((user) => user.email === email)?.id,
    },
    attributes,
  )
  const fields = previewPull(input, plan, { held, values: sample.pryzm?.values ?? {} }, row, { changedHere: false })
  const changes = fields.some(({ outcome }) => outcome === 'written')
  return {
    action: sample.pryzm === null ? 'create' : changes ? 'update' : 'unchanged',
    reason: null,
    fields: named(state, input, fields, sample),
  }
}

function pushWay(state: ScenarioState, mapping: Mapping, sample: ScenarioSample): PreviewWay {
  const input = planInput(state, mapping, sample.object)
  const plan = compilePushPlan(input)
  const values = sample.pryzm?.values ?? {}
  const held = sample.salesforce?.held ?? {}
  const { samples, users } = state.data
  const pushed = plan.convert(values, {
    creating: sample.salesforce === null,
    syncedBefore: (attribute) => values[attribute] !== undefined,
    relatedSalesforceId: (_, id) => samples.find(({ pryzm }) => pryzm?.id === id)?.salesforce?.id,
    userSalesforceId: (_, id) => users.find((user) => user.id === id)?.salesforceId,
  })
  const fields = previewPush(input, plan, { held, values }, pushed, sample)
  const sends = Object.keys(pushed.body).length > 0
  const action = sample.salesforce === null ? 'create' : sends ? 'update' : 'unchanged'
  return { action, reason: null, fields: named(state, input, fields, sample) }
}

/** With the names of records and users that the values point at. */
function named({ data }: ScenarioState, { describe }: PlanInput, fields: PreviewField[], { salesforce }: ScenarioSample) {
  const names = new Map<string, string>(
    data.users.flatMap(({ id, salesforceId, email }) => [
      [id, email],
      [salesforceId, email],
    ]),
  )
  for (const sample of data.samples) for (const side of [sample.salesforce, sample.pryzm]) if (side) names.set(side.id, side.name)
  for (const field of describe.fields) {
    const [id, name] = [salesforce?.held[field.name], salesforce?.held[nameColumn(field) ?? '']]
    if (typeof id === 'string' && typeof name === 'string') names.set(id, name)
  }
  return fields.map((field) => {
    const ids = [field.source, field.before, field.after].filter((value) => typeof value === 'string')
    const labels = Object.fromEntries(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? id]] : [])))
    return { ...field, labels: { ...field.labels, ...labels } }
  })
}

function planInput(state: ScenarioState, mapping: Mapping, object: SalesforceObject): PlanInput {
  const pair = pairOf(mapping, object)
  const { describe, recordType } = state.pairSchema(object, mapping.pairs[2].pipelineId)
  if (!describe || !recordType) throw new Error(`Nothing of ${object} can be previewed.`)
  return { pair, describe, recordType, issues: state.issues(mapping) }
}

function pairOf(mapping: Mapping, object: SalesforceObject) {
  return mapping.pairs.find((pair) => pair.object === object) ?? mapping.pairs[0]
}
