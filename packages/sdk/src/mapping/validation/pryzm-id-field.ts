import type { IssueCode } from '../../contract/mapping.ts'
import type { ObjectDescribe, SalesforceField } from '../../contract/schema.ts'
import type { PryzmIdFacts } from '../../contract/setup.ts'
import { PRYZM_ID_FIELD } from '../pryzm-id.ts'
import { salesforceTypeWords } from '../words.ts'

/** Pryzm record ids are UUIDs. */
const uuidLength = 36

const plainText = 'Text'

/** One thing that is wrong with `Pryzm_ID__c`, with what was looked for and what was found. */
export interface PryzmIdProblem {
  code: IssueCode
  expected: string
  found: string
  sentence: string
}

/** What is wrong with `Pryzm_ID__c` on an object; empty where it is as it should be. */
export function checkPryzmIdField(describe: ObjectDescribe): PryzmIdProblem[] {
  const field = pryzmIdField(describe)
  if (!field) return [missing(describe)]
  if (!isPlainText(field)) return [wrongType(describe, field)]
  return [tooShort(describe, field), ...flagProblems(describe, field)].filter((problem) => problem !== null)
}

function pryzmIdField(describe: ObjectDescribe): SalesforceField | undefined {
  return describe.fields.find(({ name }) => name === PRYZM_ID_FIELD)
}

/** What `Pryzm_ID__c` is like on an object; undefined where it is not seen. */
export function pryzmIdFacts(describe: ObjectDescribe): PryzmIdFacts | undefined {
  const field = pryzmIdField(describe)
  if (!field) return undefined
  const { name, length, externalId, unique } = field
  return { name, typeLabel: isPlainText(field) ? plainText : foundType(field), length, externalId, unique }
}

function missing(describe: ObjectDescribe): PryzmIdProblem {
  const near = pryzmIdLookalike(describe)
  return {
    code: 'pryzm_id_missing',
    expected: PRYZM_ID_FIELD,
    found: near ? near.name : 'No such field',
    sentence: near
      ? `Found ${near.name} on ${describe.name}. Is this the field? Its API name has to be exactly ${PRYZM_ID_FIELD}.`
      : `We can't see a field ${PRYZM_ID_FIELD} on ${describe.name}. It does not exist, or the connected user may not read it.`,
  }
}

/** A field that somebody may have meant to be `Pryzm_ID__c`, under another API name. */
export function pryzmIdLookalike(describe: ObjectDescribe): SalesforceField | undefined {
  return describe.fields.find(looksLikePryzmId)
}

function looksLikePryzmId(field: SalesforceField): boolean {
  return plainName(field.label) === 'pryzmid' || plainName(field.name.replace(/__c$/i, '')).endsWith('pryzmid')
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function isPlainText(field: SalesforceField): boolean {
  return field.type === 'string' && !field.calculated && !field.autoNumber
}

function wrongType(describe: ObjectDescribe, field: SalesforceField): PryzmIdProblem {
  const found = foundType(field)
  return {
    code: 'pryzm_id_wrong_type',
    expected: plainText,
    found,
    sentence: `${PRYZM_ID_FIELD} on ${describe.name} is of type ${found}, but has to be ${plainText}.`,
  }
}

function foundType(field: SalesforceField): string {
  if (field.autoNumber) return 'auto number'
  return field.calculated ? 'formula' : salesforceTypeWords[field.type]
}

function tooShort(describe: ObjectDescribe, field: SalesforceField): PryzmIdProblem | null {
  if (field.length >= uuidLength) return null
  return {
    code: 'pryzm_id_too_short',
    expected: `Length ${uuidLength} or more`,
    found: `Length ${field.length}`,
    sentence: `${PRYZM_ID_FIELD} on ${describe.name} holds ${field.length} characters, but Pryzm record IDs have ${uuidLength}.`,
  }
}

function flagProblems(describe: ObjectDescribe, field: SalesforceField): (PryzmIdProblem | null)[] {
  return [
    field.externalId
      ? null
      : {
          code: 'pryzm_id_not_external_id',
          expected: 'External ID',
          found: 'Not an External ID',
          sentence: `${PRYZM_ID_FIELD} on ${describe.name} is not marked as External ID, so records cannot be found by it.`,
        },
    field.unique
      ? null
      : {
          code: 'pryzm_id_not_unique',
          expected: 'Unique',
          found: 'Not unique',
          sentence: `${PRYZM_ID_FIELD} on ${describe.name} is not marked as Unique, so one Pryzm record could end up in two ${describe.labelPlural}.`,
        },
    field.createable && field.updateable
      ? null
      : {
          code: 'pryzm_id_not_accessible',
          expected: 'Read and edit access',
          found: 'Read access only',
          sentence: `The connected user can read ${PRYZM_ID_FIELD} on ${describe.name}, but not edit it.`,
        },
  ]
}
