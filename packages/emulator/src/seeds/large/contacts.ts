import { leadSources, salutations } from '../../org/objects/picklists.ts'
import { idMaker, idNumber, keyPrefix } from '../../org/salesforce-id.ts'
import { acmeUsers } from '../acme-industrial.ts'
import { places } from '../places.ts'
import { mix } from '../random.ts'
import type { ObjectSeed } from '../seed.ts'
import { departments, firstNames, lastNames, streets, titles } from '../words.ts'
import { auditCells, dayOf, laterMomentOf, momentOf } from './ledger.ts'
import { longRemarkOf } from './long-remarks.ts'
import { oneOf, orBlank } from './one-of.ts'

const contactId = idMaker(keyPrefix.Contact)
const accountId = idMaker(keyPrefix.Account)
const userIds = acmeUsers.map(({ row }) => row.Id ?? null)

/** As many contacts as asked for; contact `n` works at account `n`, if at any. */
export function manyContacts(count: number): ObjectSeed {
  const below = (index: number | undefined) => (index !== undefined && index < count ? [index] : [])
  return {
    prefix: keyPrefix.Contact,
    count,
    row: contactRow,
    cells: auditCells(0x40000000),
    lookups: {
      AccountId: (value) => below(idNumber(keyPrefix.Account, value)),
      Email: (value) => below(Number(/^contact(\d+)@/i.exec(value)?.[1] ?? Infinity)),
    },
  }
}

function contactRow(index: number) {
  const a = mix(index + 0x40000000)
  const b = mix(a + 1)
  const c = mix(b + 1)
  const place = oneOf(places, a)
  const modified = laterMomentOf(a, c)
  const ownerId = oneOf(userIds, c >>> 3)
  return {
    Id: contactId(index),
    IsDeleted: false,
    MasterRecordId: null,
    AccountId: a % 12 === 5 ? null : accountId(index),
    LastName: oneOf(lastNames, a >>> 3),
    FirstName: orBlank(b, firstNames, c),
    Salutation: orBlank(c, salutations, b),
    MailingStreet: `${1 + (b % 4_999)} ${oneOf(streets, c)}`,
    MailingCity: place.city,
    MailingState: place.state,
    MailingPostalCode: place.postalCode,
    MailingCountry: place.country,
    Phone: b % 3 === 0 ? null : `+1 216 ${100 + (a % 900)} ${1000 + (b % 9_000)}`,
    Fax: null,
    MobilePhone: c % 3 === 0 ? null : `+1 330 ${100 + (b % 900)} ${1000 + (a % 9_000)}`,
    HomePhone: null,
    ReportsToId: null,
    Email: a % 5 === 2 ? null : `contact${index}@company${index}.example`,
    Title: orBlank(a, titles, b >>> 7),
    Department: orBlank(b, departments, c >>> 7),
    LeadSource: orBlank(c, leadSources, a >>> 7),
    Birthdate: c % 8 === 0 ? dayOf(b) : null,
    Description: longRemarkOf(b, c),
    OwnerId: ownerId,
    CreatedDate: momentOf(a),
    CreatedById: ownerId,
    LastModifiedDate: modified,
    LastModifiedById: ownerId,
    SystemModstamp: modified,
    LastActivityDate: null,
  }
}
