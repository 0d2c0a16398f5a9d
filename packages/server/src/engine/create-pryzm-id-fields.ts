import type { CreatedFields, ObjectPair } from '@pryzm/salesforce-sdk/contract'
import { checkPryzmIdField, PRYZM_ID_FIELD } from '@pryzm/salesforce-sdk/mapping'
import { requireRule } from './authorize.ts'
import { checkSetup } from './check-setup.ts'
import { mappingInForce } from './mapping-in-force.ts'
import { type OpenOrg, openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'
import { readDescribe } from './read-describe.ts'
import { tellPages } from './tell.ts'

type Result = CreatedFields['results'][number]

/** Creates `Pryzm_ID__c` on the enabled objects where it is missing, grants access to it, then checks again. */
export async function createPryzmIdFields(ports: Ports, caller: Caller): Promise<CreatedFields> {
  requireRule(caller, 'integrations:manage')
  const [open, { mapping }] = await Promise.all([openOrg(ports, caller.workspace), mappingInForce(ports, caller.workspace)])
  const results: Result[] = []
  // One after the other: all three share one permission set, which the first creates.
  for (const pair of mapping.pairs.filter(({ enabled }) => enabled)) results.push(await createField(ports, open, pair))
  const report = await checkSetup(ports, caller)
  await tellPages(ports, caller.workspace, { type: 'changed', what: 'setup' })
  return { results, report }
}

async function createField(ports: Ports, open: OpenOrg, { object }: ObjectPair): Promise<Result> {
  const describe = await readDescribe(ports, open, object)
  if (describe === null)
    return { object, outcome: 'refused', sentence: `The connected user may not see ${object}, so nothing was created there.` }
  const problems = checkPryzmIdField(describe)
  if (!problems.some(({ code }) => code === 'pryzm_id_missing')) {
    const [first] = problems
    if (first) return { object, outcome: 'refused', sentence: `${first.sentence} Follow the steps to mend it in Salesforce.` }
    return { object, outcome: 'already_there', sentence: `${PRYZM_ID_FIELD} is already there on ${object}.` }
  }
  const made = await open.org.createPryzmIdField(object)
  if (made.outcome === 'refused') return { object, ...made }
  const sentence =
    made.outcome === 'created'
      ? `${PRYZM_ID_FIELD} was created on ${object}.`
      : `${PRYZM_ID_FIELD} was already there on ${object}; access to it is granted now.`
  return { object, outcome: made.outcome, sentence }
}
