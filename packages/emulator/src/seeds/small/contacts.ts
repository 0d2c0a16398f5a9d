import { leadSources, salutations } from '../../org/objects/picklists.ts'
import { keyPrefix, salesforceId } from '../../org/salesforce-id.ts'
import { randomFor, type Random } from '../random.ts'
import { remembered } from '../remembered.ts'
import type { ObjectSeed } from '../seed.ts'
import { departments, firstNames, lastNames, streets, titles } from '../words.ts'
import { accounts } from './accounts.ts'
import { companyOf, letters, phoneAt, type Company } from './company.ts'
import { day, historyOf, ownerOf } from './history.ts'
import { contactFields } from './old-system-fields.ts'
import { remarkOf } from './remarks.ts'

const COUNT = 5_000

/** Five thousand people; one in twelve belongs to no account. */
export const contacts: ObjectSeed = {
  prefix: keyPrefix.Contact,
  count: COUNT,
  customFields: contactFields,
  row: remembered((index) => {
    const random = randomFor(2, index)
    const account = random.integer(accounts.count)
    const company = companyOf(account)
    const ownerId = ownerOf(random)
    const person = personOf(index, random)
    return {
      Id: salesforceId(keyPrefix.Contact, index),
      IsDeleted: false,
      MasterRecordId: null,
      AccountId: random.sometimes(92, salesforceId(keyPrefix.Account, account)),
      ...person,
      Email: random.sometimes(80, emailOf(person, company, random)),
      Title: random.sometimes(65, random.pick(titles)),
      Department: random.sometimes(40, random.pick(departments)),
      ReportsToId: random.sometimes(6, salesforceId(keyPrefix.Contact, random.integer(COUNT))),
      ...phonesOf(company, random),
      ...mailingOf(company, random),
      LeadSource: random.sometimes(45, random.pick(leadSources)),
      Birthdate: random.sometimes(12, birthdateOf(random)),
      Description: remarkOf(random),
      OwnerId: ownerId,
      ...historyOf(random, ownerId),
      Preferred_Language__c: random.sometimes(20, random.pick(['English', 'German', 'French', 'español'])),
      Old_System_Key__c: random.sometimes(10, random.pick([`P${index}`, 'undefined', '0', 'see Excel'])),
    }
  }),
}

interface Person {
  readonly Salutation: string | null
  readonly FirstName: string | null
  readonly LastName: string
}

function personOf(index: number, random: Random): Person {
  const lastName = random.pick(lastNames)
  const person = {
    Salutation: random.sometimes(30, random.pick(salutations)),
    FirstName: random.sometimes(94, random.pick(firstNames)),
    LastName: random.percent(3) ? lastName.toUpperCase() : lastName,
  }
  if (index % 500 === 250)
    return { Salutation: null, FirstName: null, LastName: random.pick(['.', 'Accounts Payable', 'Unknown', 'info']) }
  if (index === 1_234)
    return {
      Salutation: null,
      FirstName: 'Hubert Blaine',
      LastName: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).slice(0, 80).trim(),
    }
  return person
}

/** Addresses are kept in lower case, as Salesforce does; shared mailboxes are the same for several people. */
function emailOf({ FirstName, LastName }: Person, { domain }: Company, random: Random): string {
  if (random.percent(4)) return `${random.pick(['info', 'sales', 'purchasing'])}@${domain}`
  const first = letters(FirstName ?? '')
  const last = letters(LastName).slice(0, 20) || 'contact'
  return `${random.pick([`${first}.${last}`, `${first.slice(0, 1)}${last}`, last])}@${domain}`.replace(/^\./, '')
}

function phonesOf({ place }: Company, random: Random) {
  return {
    Phone: random.sometimes(60, phoneAt(place, random)),
    MobilePhone: random.sometimes(35, phoneAt(place, random)),
    HomePhone: random.sometimes(4, phoneAt(place, random)),
    Fax: random.sometimes(5, phoneAt(place, random)),
    AssistantName: random.sometimes(4, `${random.pick(firstNames)} ${random.pick(lastNames)}`),
  }
}

function mailingOf({ place }: Company, random: Random) {
  const given = random.percent(50)
  return {
    MailingStreet: given ? `${1 + random.integer(999)} ${random.pick(streets)}` : null,
    MailingCity: given ? place.city : null,
    MailingState: given ? place.state : null,
    MailingPostalCode: given ? place.postalCode : null,
    MailingCountry: given ? place.country : null,
  }
}

/** Forms that insist on a birthday get one nobody has. */
function birthdateOf(random: Random): string {
  return random.percent(10) ? '1900-01-01' : day(Date.UTC(1955, 0, 1 + random.integer(17_000)) / 1000)
}
