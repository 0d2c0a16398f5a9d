import type { Row } from '../table.ts'
import { contact } from './contact.ts'
import { field, type Field } from './field.ts'
import { withFields, type ObjectType } from './object-type.ts'

/** The fields of Contact that are there under the same name on a person account. */
const sharedFields: ReadonlySet<string> = new Set(['LastName', 'FirstName', 'Salutation', 'Phone', 'Fax', 'OwnerId'])

/** The labels of fields that the account words otherwise than the contact. */
const labels: Readonly<Record<string, string>> = { MobilePhone: 'Mobile', AssistantName: 'Assistant' }

const personOnly =
  /^(?:(?:Mailing|Other).+|(?:Mobile|Home|Assistant)Phone|Email.*|Title|Department|AssistantName|LeadSource|Birthdate|LastCU.*|IndividualId)$/

const personFields = contact.fields
  .filter(({ name }) => personOnly.test(name))
  .toSorted(mailingFirst)
  .map(personField)

/** Account as it is in an org with person accounts: either a name, or the fields of a person. */
export function withPersons(account: ObjectType): ObjectType {
  const named = account.fields.map((own) => (own.name === 'Name' ? { ...own, nillable: true } : own))
  const parts = contactFields(['LastName', 'FirstName', 'Salutation']).map((part) => ({
    ...part,
    extraTypeInfo: 'switchablepersonname',
    nameField: part.name !== 'Salutation',
    nillable: true,
  }))
  return withFields(withFields({ ...account, fields: named }, 'Name', parts), 'LastReferencedDate', [
    field('PersonContactId', 'reference', 'NFSG', {
      length: 18,
      label: 'Contact ID',
      referenceTo: ['Contact'],
      relationshipName: 'PersonContact',
    }),
    field('IsPersonAccount', 'boolean', 'DFSG'),
    ...personFields,
  ])
}

/** Contact as it is in an org with person accounts: some stand for a person account. */
export function withPersonContacts(object: ObjectType): ObjectType {
  return withFields(object, 'AccountId', [field('IsPersonAccount', 'boolean', 'DFSG')])
}

/** A custom field of Contact as accounts show it: `Shoe_Size__c` is `Shoe_Size__pc` there. */
export function personCopy(custom: Field): Field {
  return {
    ...custom,
    name: accountName(custom.name),
    relationshipName: custom.relationshipName?.replace(/__r$/, '__pr') ?? null,
    nillable: true,
    idLookup: false,
    externalId: false,
    unique: false,
  }
}

/** Whether a field of Account is a custom field of Contact. */
export function isPersonCopy({ name, custom }: Field): boolean {
  return custom && name.endsWith('__pc')
}

/** Under which name a person account has a field of its contact; undefined when it does not have it. */
export function personAccountField(contactField: string): string | undefined {
  if (sharedFields.has(contactField)) return contactField
  return contactField.endsWith('__c') || personOnly.test(contactField) ? accountName(contactField) : undefined
}

/** Which field of its contact a field of a person account is; undefined when the contact does not have it. */
export function personContactField(accountField: string): string | undefined {
  if (sharedFields.has(accountField)) return accountField
  if (accountField.endsWith('__pc')) return accountField.replace(/__pc$/, '__c')
  const name = accountField.startsWith('Person') ? accountField.slice('Person'.length) : ''
  return personOnly.test(name) ? name : undefined
}

/** The cells of a person account as those of its contact. */
export function contactCells(account: Row): Row {
  const cells = Object.entries(account).flatMap(([name, value]) => {
    const twin = personContactField(name)
    return twin === undefined ? [] : [[twin, value] as const]
  })
  return Object.fromEntries(cells)
}

/** The cells of a contact as those of a person account. */
export function personAccountCells(contactRow: Row): Row {
  const cells = Object.entries(contactRow).flatMap(([name, value]) => {
    const twin = personAccountField(name)
    return twin === undefined ? [] : [[twin, value] as const]
  })
  return Object.fromEntries(cells)
}

/** Whether only person accounts have a value in this field of Account. */
export function isPersonField(accountField: string): boolean {
  const shared = ['Phone', 'Fax', 'OwnerId'].includes(accountField)
  return !shared && personContactField(accountField) !== undefined
}

/** As Salesforce lists them, the mailing address first. */
function mailingFirst(a: Field, b: Field): number {
  return Number(b.name.startsWith('Mailing')) - Number(a.name.startsWith('Mailing'))
}

function contactFields(names: readonly string[]): Field[] {
  return names.flatMap((name) => contact.fields.find((candidate) => candidate.name === name) ?? [])
}

function personField(own: Field): Field {
  const person = (name: string | null) => (name === null ? null : `Person${name}`)
  return {
    ...own,
    name: `Person${own.name}`,
    label: labels[own.name] ?? own.label,
    // Accounts allow titles less than contacts do.
    length: own.name === 'Title' ? 80 : own.length,
    compoundFieldName: person(own.compoundFieldName),
    relationshipName: person(own.relationshipName),
    idLookup: false,
  }
}

function accountName(contactField: string): string {
  return contactField.endsWith('__c') ? contactField.replace(/__c$/, '__pc') : `Person${contactField}`
}
