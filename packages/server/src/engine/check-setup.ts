import { type MappingIssue, type ObjectPair, type SetupCheck, type SetupReport, SyncError } from '@pryzm/salesforce-sdk/contract'
import { checkPryzmIdField, PRYZM_ID_FIELD, validateMapping } from '@pryzm/salesforce-sdk/mapping'
import { mappingInForce } from './mapping-in-force.ts'
import { type OpenOrg, openOrg } from './open-org.ts'
import type { Caller, Ports } from './ports/index.ts'
import { readSides, type Sides } from './read-sides.ts'
import { apiAccessCheck, packageCheck, productionOrgCheck, scopesCheck } from './rules/connection-checks.ts'
import { mappedFieldsCheck, pipelineCheck } from './rules/mapping-checks.ts'
import { objectAccessCheck, pryzmIdCheck } from './rules/object-checks.ts'

/** Checks the Salesforce side now: access, package, objects, `Pryzm_ID__c`, pipeline and mapped fields. */
export async function checkSetup(ports: Ports, { workspace }: Pick<Caller, 'workspace'>): Promise<SetupReport> {
  const [open, { mapping }] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const { info, connection } = open
  const checkedAt = ports.clock.now().toISOString()
  const basics = [scopesCheck(connection.scopes, connection.refreshToken !== null), productionOrgCheck(info)]
  const sides = await sidesUnlessDisabled(() => readSides(ports, workspace, mapping, open))
  if (sides === null) return { checkedAt, checks: [apiAccessCheck(false, info), ...basics] }
  const enabled = mapping.pairs.filter((pair) => pair.enabled)
  const [packages, objects] = await Promise.all([packageChecks(ports, open), objectChecks(open, enabled, sides)])
  return {
    checkedAt,
    checks: [
      apiAccessCheck(true, info),
      ...basics,
      ...packages,
      ...objects,
      ...mappingChecks(mapping.pairs[2], validateMapping(mapping, sides)),
    ],
  }
}

async function sidesUnlessDisabled(read: () => Promise<Sides>): Promise<Sides | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof SyncError && error.details.reason === 'api_disabled') return null
    throw error
  }
}

async function packageChecks({ settings }: Ports, { org, info }: OpenOrg): Promise<SetupCheck[]> {
  if (settings.packageNamespace === null) return []
  return [packageCheck(await org.packageInstalled(settings.packageNamespace), info, settings.packageInstallUrl)]
}

/** What is wrong where field-level security may be the reason. */
const unseenCodes: readonly string[] = ['pryzm_id_missing', 'pryzm_id_not_accessible']

async function objectChecks(open: OpenOrg, pairs: readonly ObjectPair[], sides: Sides): Promise<SetupCheck[]> {
  const checks = await Promise.all(
    pairs.map(async (pair) => {
      const describe = sides[pair.object].describe ?? null
      const { username, instanceUrl } = open.info
      const seen = { pair, describe, username, instanceUrl }
      const unseen = describe !== null && checkPryzmIdField(describe).some(({ code }) => unseenCodes.includes(code))
      const fieldId = unseen ? await open.org.customFieldId(pair.object, PRYZM_ID_FIELD) : null
      return [objectAccessCheck(seen), pryzmIdCheck(seen, fieldId)]
    }),
  )
  return checks.flat()
}

function mappingChecks(opportunity: ObjectPair, issues: readonly MappingIssue[]): SetupCheck[] {
  return [...(opportunity.enabled ? [pipelineCheck(opportunity, issues)] : []), mappedFieldsCheck(issues)]
}
