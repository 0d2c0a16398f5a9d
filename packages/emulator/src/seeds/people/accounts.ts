import { fullName } from '../../org/derived-values.ts'
import type { Row } from '../../org/table.ts'
import { industries } from '../../org/objects/picklists.ts'
import { randomFor } from '../random.ts'
import { remembered } from '../remembered.ts'
import type { ObjectSeed } from '../seed.ts'
import { companyOf, phoneAt } from '../small/company.ts'
import { BUSINESS_CONTACTS, BUSINESSES, idOf, PERSONS, recordTypeIds } from './counts.ts'
import { historyOf } from './history.ts'
import { personOf } from './persons.ts'

const TOPIC = 42

const blank = Object.fromEntries(
  ['Industry', 'Website', 'AnnualRevenue', 'PersonContactId', ...Object.keys(personOf(0))].map((name) => [name, null]),
)

/** Businesses first, then persons. */
export const accounts: ObjectSeed = {
  prefix: '001',
  count: BUSINESSES + PERSONS,
  row: remembered((index) => {
    const kind = index < BUSINESSES ? business(index) : person(index - BUSINESSES)
    return { Id: idOf('Account', index), ...blank, ...kind, ...historyOf(index) }
  }),
}

function business(index: number): Row {
  const { name, domain, place } = companyOf(index)
  const random = randomFor(TOPIC, index)
  return {
    Name: name,
    RecordTypeId: recordTypeIds.business,
    IsPersonAccount: false,
    Industry: random.sometimes(80, random.pick(industries)),
    Phone: phoneAt(place, random),
    Website: random.sometimes(70, `https://www.${domain}`),
    AnnualRevenue: random.sometimes(60, (1 + random.integer(400)) * 250_000),
  }
}

function person(index: number): Row {
  const cells = personOf(index)
  return {
    Name: fullName(cells),
    RecordTypeId: recordTypeIds.person,
    IsPersonAccount: true,
    PersonContactId: idOf('Contact', BUSINESS_CONTACTS + index),
    ...cells,
  }
}
