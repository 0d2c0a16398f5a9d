import type { Attribute, AttributeValue, SalesforceObject } from '@pryzm/salesforce-sdk'
import type { Random } from './random.ts'

type Cells = Record<string, string | number | boolean | null>

/** What rows may point at. */
export interface Pointers {
  accounts: readonly string[]
  contacts: readonly string[]
  users: readonly string[]
  /** Codes of an org with several currencies. */
  currencies: readonly string[]
}

const words = [
  'Acme',
  'Ödegård',
  'pumps, "big"',
  "O'Neill",
  '日本',
  '🏔️ peak',
  'a\tb',
  '  spaced  ',
  '<b>bold</b>',
  'null',
  '0',
] as const

function someWords(random: Random, most: number): string {
  const count = 1 + random.below(4)
  return Array.from({ length: count }, () => random.pick(words))
    .join(' ')
    .slice(0, most)
}

function text(random: Random, most: number): string | null {
  if (random.chance(0.2)) return null
  if (random.chance(0.15)) return 'x'.repeat(most)
  return someWords(random, most).trim() || null
}

function lines(random: Random, most: number): string | null {
  const one = text(random, most)
  return one !== null && random.chance(0.5) ? `${one}\r\nsecond line\n${someWords(random, 40)}`.slice(0, most).trim() : one
}

const decimals = ['0', '-1', '12', '0.5', '99.9', '1234.56', '99999', '12.3456', '-0.01'] as const

/** One messy record of Salesforce, within what Salesforce itself takes. */
export function messyRow(random: Random, object: SalesforceObject, to: Pointers): Cells {
  const some = <Value>(often: number, value: () => Value) => (random.chance(often) ? value() : null)
  const owner = {
    OwnerId: random.pick(to.users),
    ...(to.currencies.length > 0 && { CurrencyIsoCode: random.pick(to.currencies) }),
  }
  if (object === 'Account') {
    return {
      Name: text(random, 255) ?? 'Nameless',
      Website: some(0.7, () => random.pick(['https://acme.example', 'acme.example', 'no website', someWords(random, 255)])),
      Phone: text(random, 40),
      Industry: some(0.7, () => random.pick(['Banking', 'Food & Beverage', 'Space mining', 'banking'])),
      Type: some(0.7, () => random.pick(['Prospect', 'Customer - Direct', 'Unheard of'])),
      NumberOfEmployees: some(0.7, () => random.pick([0, 7, 12_000, 99_999_999])),
      AnnualRevenue: some(0.7, () => random.pick([0, -5, 1_250_000, 912_260_031, 900_000_000_000_000])),
      Description: lines(random, 3000),
      BillingStreet: lines(random, 100),
      BillingCity: text(random, 40),
      BillingState: text(random, 80),
      BillingPostalCode: some(0.5, () => '44113'),
      BillingCountry: some(0.5, () => random.pick(['US', 'Germany', 'Atlantis'])),
      ParentId: some(0.5, () => random.pick(to.accounts)),
      AccountNumber: text(random, 40),
      Contact_Email__c: some(0.8, () =>
        random.pick(['ada@acme.example', 'ADA@Acme.Example', 'nobody', 'a b@c.example', '@', someWords(random, 60)]),
      ),
      Headcount__c: some(0.8, () => random.pick(['12', '12.5', '1e3', '999999', '1234567', 'many', '٣', '1,000'])),
      Vip__c: random.chance(0.5),
      Founded__c: some(0.6, () => random.pick(['1999-12-31', '2024-02-29', '1700-12-31', '4000-12-31'])),
      Last_Call__c: some(0.6, () =>
        random.pick(['2026-03-04T10:00:00.000Z', '2026-03-29T01:30:00.000Z', '1999-12-31T23:59:59.000Z']),
      ),
      Tags__c: some(0.7, () => random.pick(['Alpha', 'Alpha;Beta', 'Gamma;Delta', 'Alpha;Beta;Gamma', 'Unknown'])),
      Score__c: some(0.8, () => Number(random.pick(decimals))),
      Margin__c: some(0.8, () => Number(random.pick(['0', '12.5', '-3', '25.25', '9999.9', '12345.67']))),
      Tier__c: some(0.7, () => random.pick(['Gold', 'Silver', 'Bronze', 'Retired'])),
      Budget__c: some(0.7, () => Number(random.pick(['0', '12.5', '99999999.99']))),
      Memo__c: text(random, 12),
      ...owner,
    }
  }
  if (object === 'Contact') {
    return {
      FirstName: text(random, 40),
      LastName: text(random, 80) ?? 'Unknown',
      Email: some(0.7, () => random.pick(['ada@acme.example', 'MIXED@Case.Example', 'x.y+z@sub.example.co'])),
      Phone: text(random, 40),
      MobilePhone: text(random, 40),
      Title: text(random, 128),
      Department: text(random, 80),
      AccountId: some(0.8, () => random.pick(to.accounts)),
      ReportsToId: some(0.3, () => random.pick(to.contacts)),
      MailingStreet: lines(random, 100),
      MailingCity: text(random, 40),
      MailingCountry: some(0.5, () => 'US'),
      Birthdate: some(0.5, () => random.pick(['1980-01-01', '2000-02-29'])),
      AssistantName: text(random, 40),
      ...owner,
    }
  }
  return {
    Name: text(random, 120) ?? 'Deal',
    StageName: random.pick(['Prospecting', 'Closed Won', 'Negotiation/Review', 'Drilling']),
    Amount: some(0.8, () => random.pick([0, 12_000, 48_500.75, -1])),
    CloseDate: random.pick(['2026-09-30', '2024-02-29', '1999-01-01']),
    Probability: some(0.7, () => random.pick([0, 10, 100])),
    AccountId: some(0.8, () => random.pick(to.accounts)),
    NextStep: text(random, 255),
    LeadSource: some(0.6, () => random.pick(['Web', 'Other', 'A friend'])),
    Description: lines(random, 3000),
    ...owner,
  }
}

/** What values of Pryzm may point at, by record type; `users` are ids. */
export interface PryzmPointers {
  records: Readonly<Record<string, readonly string[]>>
  users: readonly string[]
}

/** One messy value of Pryzm, within what the records themselves take. */
export function messyValue(random: Random, attribute: Attribute, to: PryzmPointers): AttributeValue {
  if (!attribute.required && random.chance(0.2)) return null
  const within = (value: string) => (attribute.maxLength === undefined ? value : value.slice(0, attribute.maxLength))
  switch (attribute.type) {
    case 'text':
    case 'phone':
      return within(random.pick([someWords(random, 60), 'y'.repeat(41), 'z'.repeat(300), ' padded ', 'two\r\nlines']))
    case 'long_text':
      return random.pick([someWords(random, 200), 'line\r\nline\nline', 'l'.repeat(32_001)])
    case 'url':
      return random.pick(['https://acme.example/a', 'acme.example', 'no website', `https://${'u'.repeat(300)}.example`])
    case 'email':
      return random.pick(['ada@acme.example', 'ADA@acme.example', 'nobody', 'a b@c.example', `${'e'.repeat(120)}@acme.example`])
    case 'number':
      return random.pick(['12', '12.5', '-3', '0.0001', '123456789012', '1e3', 'many', '1,000', '0'])
    case 'percent':
      return random.pick(['25', '100', '12.5', '101', '-1', 'half'])
    case 'currency':
      return {
        amount: random.pick(['12', '12.50', '99999999999999999999', '0.001', 'much']),
        currency: random.pick([null, 'USD', 'EUR']),
      }
    case 'boolean':
      return random.chance(0.5)
    case 'date':
      return random.pick(['2026-09-30', '2024-02-29', '2026-02-30', '1066-10-14', 'soon'])
    case 'datetime':
      return random.pick(['2026-03-04T10:00:00.000Z', '2026-03-04T12:00:00+02:00', '1066-10-14T00:00:00.000Z', '2026-03-04'])
    case 'select':
    case 'stage':
      return random.pick(attribute.options ?? []).id
    case 'multi_select':
      return (attribute.options ?? []).filter(() => random.chance(0.4)).map(({ id }) => id)
    case 'relation':
      return random.pick(to.records[attribute.relatedRecordType ?? ''] ?? [])
    case 'user':
      return random.pick(to.users)
    case 'address':
      return {
        street: random.pick([null, '1 Foundry Lane\r\nHall 2']),
        city: random.pick(['Cleveland', 'c'.repeat(41)]),
        state: random.pick([null, 'OH']),
        postalCode: random.pick([null, '44113']),
        country: random.pick([null, 'US', 'Germany']),
      }
  }
}
