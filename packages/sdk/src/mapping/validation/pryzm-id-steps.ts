import type { ObjectDescribe } from '../../contract/schema.ts'
import type { SetupProblem } from '../../contract/setup.ts'
import { pryzmIdLookalike } from './pryzm-id-field.ts'

/** From the page of the field itself on. */
function securitySteps(username: string): string[] {
  return [
    'Open the field Pryzm_ID in Salesforce Setup and choose Set Field-Level Security.',
    `Make it visible, and not read-only, for the profile of ${username}.`,
  ]
}

/** How an admin of Salesforce mends `Pryzm_ID__c`; `onFieldPage` where the steps start at the field itself. */
export function pryzmIdSteps(
  describe: ObjectDescribe,
  {
    username,
    problems,
    onFieldPage = false,
  }: { username: string; problems: readonly Pick<SetupProblem, 'code'>[]; onFieldPage?: boolean },
): string[] {
  if (onFieldPage) return securitySteps(username)
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
