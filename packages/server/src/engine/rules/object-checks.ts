import type { ObjectDescribe, ObjectPair, SetupCheck, SetupProblem } from '@pryzm/salesforce-sdk/contract'
import { checkPryzmIdField, flows, objectPairLabels, PRYZM_ID_FIELD } from '@pryzm/salesforce-sdk/mapping'
import { fieldsSetupUrl, setupUrl } from './salesforce-urls.ts'

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

function missingAccess({ direction }: ObjectPair, describe: ObjectDescribe | null): { code: string; right: string }[] {
  if (describe === null || !describe.queryable) return [{ code: 'object_not_accessible', right: 'Read' }]
  const pushes = flows(direction, 'push')
  return [
    ...(describe.createable || !pushes ? [] : [{ code: 'object_not_creatable', right: 'Create' }]),
    ...(describe.updateable || !pushes ? [] : [{ code: 'object_not_editable', right: 'Edit' }]),
  ]
}

/** Whether `Pryzm_ID__c` is as it has to be. `hidden` where Tooling shows the field that describe leaves out. */
export function pryzmIdCheck({ pair: { object }, describe, username, instanceUrl }: Seen, hidden: boolean): SetupCheck {
  const check = { kind: 'pryzm_id', object, title: `Pryzm_ID on ${object}`, link: fieldsSetupUrl(instanceUrl, object) } as const
  if (describe === null)
    return { ...check, status: 'unknown', problems: [], steps: [`Grant ${username} read access to ${object} first.`] }
  const problems = hidden ? [hiddenField(object, username)] : checkPryzmIdField(describe).map(asProblem)
  if (problems.length === 0) return { ...check, status: 'pass', problems, steps: [], link: null }
  return { ...check, status: 'fail', problems, steps: pryzmIdSteps(object, username, problems) }
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

function pryzmIdSteps(object: string, username: string, problems: readonly SetupProblem[]): string[] {
  const has = (code: string) => problems.some((problem) => problem.code === code)
  const open = `In Salesforce Setup, open Object Manager → ${object} → Fields & Relationships.`
  const grant = `Make the field visible and editable for ${username} under Set Field-Level Security.`
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
