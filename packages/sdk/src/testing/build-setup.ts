import type { ObjectDescribe, SalesforceField } from '../contract/schema.ts'
import type { SetupCheck, SetupProblem, SetupReport } from '../contract/setup.ts'
import type { SalesforceObject } from '../contract/shared.ts'
import { salesforceObjects } from '../contract/vocabulary.ts'
import { PRYZM_ID_FIELD } from '../mapping/pryzm-id.ts'
import { checkPryzmIdField, pryzmIdFacts } from '../mapping/validation/pryzm-id-field.ts'
import { pryzmIdSteps } from '../mapping/validation/pryzm-id-steps.ts'
import { acmeOrg } from './build-connection.ts'
import { pryzmIdField, standardDescribes } from './describes/index.ts'
import { scenarioNow } from './scenario-clock.ts'

/** A check that passed, but for what is named. */
export function buildCheck(check: Partial<SetupCheck> & Pick<SetupCheck, 'kind' | 'title'>): SetupCheck {
  return { object: null, status: 'pass', problems: [], steps: [], link: null, ...check }
}

const setupPage = 'https://acme.my.salesforce.com/lightning/setup'

/** The check of `Pryzm_ID__c` on an object, failed for these problems, with the server's own steps. */
export function failedPryzmId(object: SalesforceObject, ...problems: SetupProblem[]): SetupCheck {
  return pryzmIdCheck(describeWith(object, null), problems)
}

/** The check of an object whose `Pryzm_ID__c` differs so from a good one, in the server's words; null where it has none. */
export function checkedPryzmId(object: SalesforceObject, field: Partial<SalesforceField> | null): SetupCheck {
  const describe = describeWith(object, field)
  const problems = checkPryzmIdField(describe).map(({ code, sentence, expected, found }) => ({ code, sentence, expected, found }))
  return pryzmIdCheck(describe, problems)
}

function describeWith(object: SalesforceObject, field: Partial<SalesforceField> | null): ObjectDescribe {
  const describe = standardDescribes[object]
  const others = describe.fields.filter(({ name }) => name !== PRYZM_ID_FIELD)
  return { ...describe, fields: field === null ? others : [...others, { ...pryzmIdField(), ...field }] }
}

function pryzmIdCheck(describe: ObjectDescribe, problems: SetupProblem[]): SetupCheck {
  const { name: object } = describe
  const onFieldPage = problems.every(({ code }) => code === 'pryzm_id_not_accessible')
  return buildCheck({
    kind: 'pryzm_id',
    object,
    title: `Pryzm_ID on ${object}`,
    status: 'fail',
    field: pryzmIdFacts(describe),
    problems,
    steps: pryzmIdSteps(describe, { username: acmeOrg.username, problems, onFieldPage }),
    link: `${setupPage}/ObjectManager/${object}/FieldsAndRelationships/${onFieldPage ? '00NgK000002pryzUAA/' : ''}view`,
  })
}

/** Every check passed, but for those given, which replace the check of their kind and object. */
export function buildSetup(...replaced: SetupCheck[]): SetupReport {
  const all = [
    buildCheck({ kind: 'api_access', title: 'API access' }),
    buildCheck({ kind: 'scopes', title: 'Granted scopes' }),
    buildCheck({ kind: 'production_org', title: 'Production org' }),
    buildCheck({ kind: 'package', title: 'Pryzm package' }),
    ...salesforceObjects.map((object) => buildCheck({ kind: 'object_access', object, title: `Access to ${object}` })),
    ...salesforceObjects.map((object) =>
      buildCheck({ kind: 'pryzm_id', object, title: `Pryzm_ID on ${object}`, field: pryzmIdFacts(standardDescribes[object]) }),
    ),
    buildCheck({ kind: 'pipeline', object: 'Opportunity', title: 'Pipeline for Opportunities' }),
    ...salesforceObjects.map((object) => buildCheck({ kind: 'mapped_fields', object, title: `Mapped fields of ${object}` })),
  ]
  return {
    checkedAt: scenarioNow,
    checks: all.map((check) => replaced.find(({ kind, object }) => kind === check.kind && object === check.object) ?? check),
  }
}
