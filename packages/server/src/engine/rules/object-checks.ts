import type { ObjectDescribe, ObjectPair, SalesforceObject, SetupCheck, SetupProblem } from '@pryzm/salesforce-sdk/contract'
import { checkPryzmIdField, objectPairLabels, PRYZM_ID_FIELD, pryzmIdLookalike } from '@pryzm/salesforce-sdk/mapping'
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
  const hidden = fieldId !== null && checkPryzmIdField(describe).some(({ code }) => code === 'pryzm_id_missing')
  const problems = hidden ? [hiddenField(object, username)] : checkPryzmIdField(describe).map(asProblem)
  if (problems.length === 0) return { ...check, status: 'pass', problems, steps: [], link: null }
  const ofSecurity = fieldId !== null && problems.every(({ code }) => code === 'pryzm_id_not_accessible')
  return {
    ...check,
    status: 'fail',
    problems,
    steps: ofSecurity ? securitySteps(username) : pryzmIdSteps(describe, username, problems),
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

/** From the page of the field itself on. */
function securitySteps(username: string): string[] {
  return [
    'Open the field Pryzm_ID in Salesforce Setup and choose Set Field-Level Security.',
    `Make it visible, and not read-only, for the profile of ${username}.`,
  ]
}

function pryzmIdSteps(describe: ObjectDescribe, username: string, problems: readonly SetupProblem[]): string[] {
  const { name: object } = describe
  const has = (code: string) => problems.some((problem) => problem.code === code)
  const open = `In Salesforce Setup, open Object Manager → ${object} → Fields & Relationships.`
  const grant = `Make the field visible and editable for ${username} under Set Field-Level Security.`
  const near = has('pryzm_id_missing') ? pryzmIdLookalike(describe) : undefined
  if (near)
    return [
      open,
      `Choose "${near.label}" (${near.name}), then Edit, change Field Name to Pryzm_ID and save.`,
      'If it is another field, leave it and create a new one: Text, label and field name Pryzm_ID, length 36, External ID, Unique.',
      grant,
    ]
  if (has('pryzm_id_missing'))
    return [
      open,
      'Choose New, then Text. Label: Pryzm_ID. Field name: Pryzm_ID. Length: 36.',
      'Turn on External ID and Unique (case-insensitive), and leave Required off.',
      grant,
    ]
  if (has('pryzm_id_wrong_type'))
    return [
      open,
      'Rename or delete the present Pryzm_ID field: its type cannot be changed safely.',
      'Create it anew as Text, length 36, External ID, Unique.',
      grant,
    ]
  return [
    open,
    ...(has('pryzm_id_not_accessible') ? [grant] : []),
    ...(has('pryzm_id_too_short') ? ['Edit Pryzm_ID and set the length to 36 or more.'] : []),
    ...(has('pryzm_id_not_external_id') ? ['Edit Pryzm_ID and turn on External ID.'] : []),
    ...(has('pryzm_id_not_unique')
      ? ['Edit Pryzm_ID and turn on Unique. Values that occur twice have to be cleared first.']
      : []),
  ]
}
