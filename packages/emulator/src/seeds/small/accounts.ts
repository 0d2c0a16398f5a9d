import { accountTypes, industries, leadSources, ownerships, ratings } from '../../org/objects/picklists.ts'
import { keyPrefix, salesforceId } from '../../org/salesforce-id.ts'
import { randomFor, type Random } from '../random.ts'
import { remembered } from '../remembered.ts'
import type { ObjectSeed } from '../seed.ts'
import { streets } from '../words.ts'
import { companyOf, phoneAt, type Company } from './company.ts'
import { historyOf, ownerOf } from './history.ts'
import { accountFields } from './old-system-fields.ts'
import { remarkOf } from './remarks.ts'

const COUNT = 2_000

/** Two thousand companies as a sales team leaves them after ten years. */
export const accounts: ObjectSeed = {
  prefix: keyPrefix.Account,
  count: COUNT,
  customFields: accountFields,
  row: remembered((index) => {
    const random = randomFor(1, index)
    const company = companyOf(index)
    const ownerId = ownerOf(random)
    return {
      Id: salesforceId(keyPrefix.Account, index),
      IsDeleted: false,
      MasterRecordId: null,
      Name: nameOf(index, company),
      ParentId: parentOf(index, random),
      ...classificationOf(random),
      ...billingOf(company, random),
      Phone: random.sometimes(80, phoneAt(company.place, random)),
      Fax: random.sometimes(15, phoneAt(company.place, random)),
      Website: random.sometimes(70, websiteOf(company, random)),
      ...sizeOf(random),
      Description: remarkOf(random),
      OwnerId: ownerId,
      ...historyOf(random, ownerId),
      ...oldSystemCells(index, random),
    }
  }),
}

function nameOf(index: number, { name }: Company): string {
  if (index === 404) return 'test'
  if (index === 405) return 'zzz_OLD do not touch'
  if (index === 406) return `${name} – ${'formerly trading as '.repeat(11)}${name}`.slice(0, 255).trimEnd()
  return name
}

/** Branches point at an earlier account, so nobody is their own grandparent. */
function parentOf(index: number, random: Random): string | null {
  const parent = random.integer(Math.max(index, 1))
  return index > 20 && random.percent(9) ? salesforceId(keyPrefix.Account, parent) : null
}

function classificationOf(random: Random) {
  return {
    Type: random.sometimes(75, random.percent(3) ? 'Kunde' : random.pick(accountTypes)),
    // Values that an import brought in: the picklist is not restricted, so the org took them.
    Industry: random.sometimes(
      72,
      random.percent(4) ? random.pick(['tech', 'MFG', 'Manufacturing ']).trim() : random.pick(industries),
    ),
    Rating: random.sometimes(35, random.pick(ratings)),
    Ownership: random.sometimes(40, random.pick(ownerships)),
    AccountSource: random.sometimes(45, random.pick(leadSources)),
  }
}

function billingOf({ place }: Company, random: Random) {
  const street = `${1 + random.integer(4_999)} ${random.pick(streets)}`
  const blank = random.percent(14)
  const address = {
    Street: blank ? null : random.percent(12) ? `${street}\nSuite ${100 + random.integer(900)}` : street,
    City: blank ? null : random.percent(5) ? place.city.toUpperCase() : place.city,
    State: blank ? null : place.state,
    PostalCode: blank ? null : place.postalCode,
    Country: random.percent(10) ? null : place.country,
  }
  const shipped = random.percent(40)
  return {
    BillingStreet: address.Street,
    BillingCity: address.City,
    BillingState: address.State,
    BillingPostalCode: address.PostalCode,
    BillingCountry: address.Country,
    ShippingStreet: shipped ? address.Street : null,
    ShippingCity: shipped ? address.City : null,
    ShippingState: shipped ? address.State : null,
    ShippingPostalCode: shipped ? address.PostalCode : null,
    ShippingCountry: shipped ? address.Country : null,
  }
}

function websiteOf({ domain }: Company, random: Random): string {
  return random.pick([
    `https://www.${domain}`,
    `www.${domain}`,
    domain,
    `http://${domain}/`,
    `HTTP://WWW.${domain.toUpperCase()}`,
  ])
}

function sizeOf(random: Random) {
  const employees = random.pick([0, 4, 12, 35, 80, 240, 900, 5_200]) + random.integer(40)
  return {
    NumberOfEmployees: random.sometimes(60, employees),
    AnnualRevenue: random.sometimes(50, random.percent(2) ? 912_260_031_000 : employees * 1_000 * (40 + random.integer(200))),
    YearStarted: random.sometimes(30, String(1890 + random.integer(135))),
    TickerSymbol: random.sometimes(3, random.pick(['ACMX', 'BRNG', 'KSTN', 'n.a.'])),
    Site: random.sometimes(8, random.pick(['HQ', 'Plant 2', 'Warehouse', 'Headquarters / Zentrale'])),
    AccountNumber: random.sometimes(50, `C-${String(random.integer(100_000)).padStart(6, '0')}`),
  }
}

function oldSystemCells(index: number, random: Random) {
  return {
    ERP_Number__c: random.sometimes(30, random.percent(5) ? '#N/A' : `00${40_000 + index}`),
    Service_Level__c: random.sometimes(25, random.pick(['Gold', 'Silver', 'Bronze'])),
    Credit_Limit__c: random.sometimes(20, random.integer(500) * 1_000 + 0.5),
    Import_Batch__c: random.sometimes(
      6,
      random.pick(['{"src":"legacy","row":17}', 'NULL', '1/1/1900', 'xxx', '\u00C3\u0096sterreich GmbH']),
    ),
  }
}
