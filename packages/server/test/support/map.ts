import type { Mapping, ObjectPair, SalesforceObject, SavedMapping } from '@pryzm/salesforce-sdk'
import { emptyMapping, suggestPairs } from '@pryzm/salesforce-sdk/mapping'
import { signIn } from './connect.ts'
import type { Person } from './people.ts'
import { type Workbench, workspace } from './workbench.ts'

const objects = ['Account', 'Contact', 'Opportunity'] as const satisfies SalesforceObject[]

/** Adds `Pryzm_ID__c` to all three objects, as an admin does by hand. */
function addPryzmIdFields({ org }: Workbench): void {
  for (const object of objects) org.admin.addPryzmIdField(object)
}

/** Goes the way of the guide up to a mapping: connect, fields, a pipeline from all stages, every suggestion accepted. */
export async function setUp(
  bench: Workbench,
  {
    workspace: of = workspace,
    change = (mapping: Mapping) => mapping,
  }: { workspace?: string; change?: (mapping: Mapping) => Mapping } = {},
): Promise<SavedMapping> {
  addPryzmIdFields(bench)
  await signIn(bench, { workspace: of })
  const client = bench.client('admin', of)
  const stages = (await client.pipelines.stages()).items
  const { pipeline, options } = await client.pipelines.create({ name: 'Deals', stages: stages.map(({ apiName }) => apiName) })
  const mapping = await suggestedMapping(bench, pipeline.id, 'admin', of)
  const stage = mapping.pairs[2].fields.find(({ attribute }) => attribute === 'stage')
  if (stage) stage.options = options
  return client.mapping.save({ baseVersion: (await client.mapping.get()).version, mapping: change(mapping) })
}

/** The mapping that accepts every suggestion. */
export async function suggestedMapping(
  bench: Workbench,
  pipelineId: string,
  person: Person = 'admin',
  of = workspace,
): Promise<Mapping> {
  const mapping = emptyMapping()
  for (const pair of mapping.pairs) {
    if (pair.object === 'Opportunity') pair.pipelineId = pipelineId
    const sides = await bench.client(person, of).schema.get({ object: pair.object, ...(pair.pipelineId && { pipelineId }) })
    pair.fields = suggestPairs(pair, sides).map(({ attribute, field, direction, options }) => ({
      id: attribute,
      attribute,
      field,
      direction,
      options,
    }))
  }
  return mapping
}

/** The mapping with one object pair changed. */
export function withPair(mapping: Mapping, object: SalesforceObject, changes: Partial<ObjectPair>): Mapping {
  const pairs = mapping.pairs.map((pair) => (pair.object === object ? { ...pair, ...changes } : pair))
  return { pairs: pairs as unknown as Mapping['pairs'] }
}
