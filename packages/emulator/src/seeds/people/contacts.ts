import { contactCells } from '../../org/objects/person-account.ts'
import type { Row } from '../../org/table.ts'
import { randomFor } from '../random.ts'
import { remembered } from '../remembered.ts'
import type { ObjectSeed } from '../seed.ts'
import { companyOf, letters, phoneAt } from '../small/company.ts'
import { firstNames, lastNames, titles } from '../words.ts'
import { BUSINESS_CONTACTS, BUSINESSES, idOf, PERSONS } from './counts.ts'
import { historyOf } from './history.ts'
import { personOf } from './persons.ts'

const TOPIC = 43

const blank = Object.fromEntries(Object.keys(contactCells(personOf(0))).map((name) => [name, null]))

/** People at businesses first, then one for each person account. */
export const contacts: ObjectSeed = {
  prefix: '003',
  count: BUSINESS_CONTACTS + PERSONS,
  row: remembered((index) => {
    const isPerson = index >= BUSINESS_CONTACTS
    const account = isPerson ? BUSINESSES + index - BUSINESS_CONTACTS : index % BUSINESSES
    const cells = isPerson ? contactCells(personOf(index - BUSINESS_CONTACTS)) : employee(index, account)
    return {
      Id: idOf('Contact', index),
      ...blank,
      ...cells,
      AccountId: idOf('Account', account),
      IsPersonAccount: isPerson,
      ...historyOf(isPerson ? account : index),
    }
  }),
}

function employee(index: number, account: number): Row {
  const { domain, place } = companyOf(account)
  const random = randomFor(TOPIC, index)
  const first = random.pick(firstNames)
  const last = random.pick(lastNames)
  return {
    FirstName: first,
    LastName: last,
    Title: random.sometimes(80, random.pick(titles)),
    Email: random.sometimes(90, `${letters(first)}.${letters(last)}@${domain}`),
    Phone: random.sometimes(60, phoneAt(place, random)),
  }
}
