import { isPersonField, personAccountCells } from '../objects/person-account.ts'
import type { Org } from '../org.ts'
import type { Row } from '../table.ts'
import { personOperation } from './person-operation.ts'

/** The cells of a business account that becomes a person: its only contact becomes the person's own. Throws when there is no such one. */
export function personCells(org: Org, account: Row): Row {
  const contacts = org.table('Contact').find('AccountId', String(account.Id))
  const [contact, ...others] = contacts.filter((row) => row.AccountId === account.Id && row.IsDeleted !== true)
  if (!contact || others.length > 0) throw personOperation('Only an account with exactly one contact can become a person account')
  const { Id = null } = contact
  const { Phone = null, Fax = null, OwnerId = null } = account
  return { ...personAccountCells(contact), Phone, Fax, OwnerId, PersonContactId: Id }
}

/** The cells of a person account that becomes a business: it keeps its name, and its contact becomes one like others. */
export function businessCells(org: Org): Row {
  const account = org.schema.object('Account')
  const ofPersons = account ? org.schema.fields(account).filter(({ name }) => isPersonField(name)) : []
  return { ...Object.fromEntries(ofPersons.map(({ name }) => [name, null])), PersonContactId: null }
}
