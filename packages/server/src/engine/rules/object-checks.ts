import type { ObjectDescribe, ObjectPair, SalesforceObject, SetupCheck, SetupProblem } from '@pryzm/salesforce-sdk/contract'
import { checkPryzmIdField, objectPairLabels, PRYZM_ID_FIELD, pryzmIdFacts, pryzmIdSteps } from '@pryzm/salesforce-sdk/mapping'
import { objectAccess } from './object-access.ts'
import { fieldSetupUrl, fieldsSetupUrl, setupUrl } from './salesforce-urls.ts'

interface Seen {
  pair: ObjectPair
  /** Null where the connected user may not read the object. */
  describe: ObjectDescribe | null
  username: string
  instanceUrl: string
}

/** Whether the connected user may do with the object what the pair's direction needs. */
export function objectAccessCheck({ pair, describe, username, instanceUrl }: Seen): SetupCheck {
  const { object } = pair
  const missing = missingAccess(pair, describe)
  const title = `Access to ${objectPairLabels[object].salesforcePlural}`
  const check = { kind: 'object_access', object, title } as const
  if (missing.length === 0) return { ...check, status: 'pass', problems: [], steps: [], link: null }
  return {
    ...check,
    status: 'fail',
    problems: missing.map(({ code, right }) => ({
      code,
      sentence: `${username} may not ${right.toLowerCase()} ${objectPairLabels[object].salesforcePlural}.`,
      expected: right,
      found: 'No access',
    })),
    steps: [
      `In Salesforce Setup, open the profile or a permission set of ${username}.`,
      `Under Object Settings → ${object}, grant ${missing.map(({ right }) => right).join(', ')}.`,
    ],
    link: setupUrl(instanceUrl, 'profiles'),
  }
}

function missingAccess(pair: ObjectPair, describe: ObjectDescribe | null): { code: string; right: string }[] {
  const { read, create, edit } = objectAccess(pair, describe)
  if (read === 'missing') return [{ code: 'object_not_accessible', right: 'Read' }]
  return [
    ...(create === 'missing' ? [{ code: 'object_not_creatable', right: 'Create' }] : []),
    ...(edit === 'missing' ? [{ code: 'object_not_editable', right: 'Edit' }] : []),
  ]
}

/** Whether `Pryzm_ID__c` is as it has to be. `fieldId` where Tooling shows the field, be it one that describe leaves out. */
export function pryzmIdCheck({ pair: { object }, describe, username, instanceUrl }: Seen, fieldId: string | null): SetupCheck {
  const title = `Pryzm_ID on ${calledInOrg(object, describe)}`
  const check = { kind: 'pryzm_id', object, title, link: fieldsSetupUrl(instanceUrl, object) } as const
  if (describe === null)
    return { ...check, status: 'unknown', problems: [], steps: [`Grant ${username} read access to ${object} first.`] }
  const seen = { ...check, field: pryzmIdFacts(describe) }
  const hidden = fieldId !== null && checkPryzmIdField(describe).some(({ code }) => code === 'pryzm_id_missing')
  const problems = hidden ? [hiddenField(object, username)] : checkPryzmIdField(describe).map(asProblem)
  if (problems.length === 0) return { ...seen, status: 'pass', problems, steps: [], link: null }
  const ofSecurity = fieldId !== null && problems.every(({ code }) => code === 'pryzm_id_not_accessible')
  return {
    ...seen,
    status: 'fail',
    problems,
    steps: pryzmIdSteps(describe, { username, problems, onFieldPage: ofSecurity }),
    link: ofSecurity ? fieldSetupUrl(instanceUrl, object, fieldId) : check.link,
  }
}

/** An org may rename its objects: then its word comes first, as people there know no other. */
function calledInOrg(object: SalesforceObject, describe: ObjectDescribe | null): string {
  return describe === null || describe.label === object ? object : `${describe.label} (${object})`
}

function asProblem({ code, sentence, expected, found }: SetupProblem): SetupProblem {
  return { code, sentence, expected, found }
}

function hiddenField(object: string, username: string): SetupProblem {
  return {
    code: 'pryzm_id_not_accessible',
    sentence: `${PRYZM_ID_FIELD} exists on ${object}, but ${username} may not see it.`,
    expected: 'Visible and editable',
    found: 'Hidden by field-level security',
  }
}
