import type { SetupCheck, SetupProblem, SetupReport } from '../contract/setup.ts'
import type { SalesforceObject } from '../contract/shared.ts'
import { salesforceObjects } from '../contract/vocabulary.ts'
import { scenarioNow } from './scenario-clock.ts'

/** A check that passed, but for what is named. */
export function buildCheck(check: Partial<SetupCheck> & Pick<SetupCheck, 'kind' | 'title'>): SetupCheck {
  return { object: null, status: 'pass', problems: [], steps: [], link: null, ...check }
}

/** The check of `Pryzm_ID__c` on an object, failed for these problems. */
export function failedPryzmId(object: SalesforceObject, ...problems: SetupProblem[]): SetupCheck {
  return buildCheck({
    kind: 'pryzm_id',
    object,
    title: `Pryzm_ID on ${object}`,
    status: 'fail',
    problems,
    steps: [
      `In Salesforce Setup, open Object Manager, ${object}, Fields & Relationships.`,
      'Create a field of type Text with the label Pryzm_ID and length 36.',
      'Mark it as Unique and as External ID, and save.',
    ],
    link: `https://acme.my.salesforce.com/lightning/setup/ObjectManager/${object}/FieldsAndRelationships/view`,
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
    ...salesforceObjects.map((object) => buildCheck({ kind: 'pryzm_id', object, title: `Pryzm_ID on ${object}` })),
    buildCheck({ kind: 'pipeline', object: 'Opportunity', title: 'Pipeline for Opportunities' }),
    ...salesforceObjects.map((object) => buildCheck({ kind: 'mapped_fields', object, title: `Mapped fields of ${object}` })),
  ]
  return {
    checkedAt: scenarioNow,
    checks: all.map((check) => replaced.find(({ kind, object }) => kind === check.kind && object === check.object) ?? check),
  }
}
