import type { ObjectDescribe, SalesforceField } from '../../contract/schema.ts'

const nameParts = new Set(['FirstName', 'LastName', 'MiddleName', 'Suffix', 'Salutation'])

/** Whether a field of Account belongs to person accounts alone: companies never hold it, and their pull leaves people out. */
export function isPersonAccountField({ name, custom }: SalesforceField, describe: ObjectDescribe): boolean {
  if (describe.name !== 'Account') return false
  if (name.endsWith('__pc')) return true
  return !custom && (nameParts.has(name) || /^Person[A-Z]/.test(name))
}
