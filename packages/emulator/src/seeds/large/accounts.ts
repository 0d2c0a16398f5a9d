import { accountTypes, industries, leadSources, ownerships, ratings } from '../../org/objects/picklists.ts'
import { idMaker, idNumber, keyPrefix } from '../../org/salesforce-id.ts'
import { acmeUsers } from '../acme-industrial.ts'
import { places } from '../places.ts'
import { mix } from '../random.ts'
import type { ObjectSeed } from '../seed.ts'
import { companyHeads, companyTrades, legalForms, streets } from '../words.ts'
import { auditCells, laterMomentOf, momentOf } from './ledger.ts'
import { longRemarkOf } from './long-remarks.ts'
import { oneOf, orBlank } from './one-of.ts'

const accountId = idMaker(keyPrefix.Account)
const userIds = acmeUsers.map(({ row }) => row.Id ?? null)

/** As many accounts as asked for, each made in about a microsecond. */
export function manyAccounts(count: number): ObjectSeed {
  return {
    prefix: keyPrefix.Account,
    count,
    row: accountRow,
    cells: auditCells(0),
    lookups: {
      // Record n is the parent of 2n and of 2n + 1, if of any.
      ParentId: (value) => {
        const index = idNumber(keyPrefix.Account, value) ?? Infinity
        return [2 * index, 2 * index + 1].filter((child) => child < count)
      },
    },
  }
}

function accountRow(index: number) {
  const a = mix(index)
  const b = mix(a + 1)
  const c = mix(b + 1)
  const place = oneOf(places, a)
  const head = oneOf(companyHeads, b)
  const created = momentOf(a)
  const modified = laterMomentOf(a, c)
  const ownerId = oneOf(userIds, c >>> 3)
  return {
    Id: accountId(index),
    IsDeleted: false,
    MasterRecordId: null,
    Name: `${head} ${oneOf(companyTrades, a >>> 7)}${oneOf(legalForms, b >>> 9)} ${index}`,
    Type: orBlank(c, accountTypes, a >>> 11),
    ParentId: index > 0 && c % 11 === 3 ? accountId(index >>> 1) : null,
    BillingStreet: `${1 + (b % 4_999)} ${oneOf(streets, c)}`,
    BillingCity: place.city,
    BillingState: place.state,
    BillingPostalCode: place.postalCode,
    BillingCountry: place.country,
    Phone: b % 5 === 0 ? null : `+1 216 ${100 + (a % 900)} ${1000 + (b % 9_000)}`,
    Fax: null,
    AccountNumber: `C-${index}`,
    Website: `https://www.company${index}.example`,
    Industry: orBlank(a, industries, c >>> 5),
    AnnualRevenue: c % 3 === 0 ? null : (b % 900_000) * 1_000,
    NumberOfEmployees: a % 4 === 0 ? null : c % 12_000,
    Ownership: orBlank(b, ownerships, a >>> 3),
    TickerSymbol: null,
    Description: longRemarkOf(b, c),
    Rating: orBlank(c, ratings, b >>> 3),
    Site: null,
    AccountSource: orBlank(a, leadSources, b >>> 5),
    OwnerId: ownerId,
    CreatedDate: created,
    CreatedById: ownerId,
    LastModifiedDate: modified,
    LastModifiedById: ownerId,
    SystemModstamp: modified,
    LastActivityDate: null,
  }
}
