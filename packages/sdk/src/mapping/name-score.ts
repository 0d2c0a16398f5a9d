import type { Attribute, SalesforceField } from '../contract/schema.ts'
import type { SalesforceObject } from '../contract/shared.ts'

/** A side of a pair with its names in comparable form. */
export interface NamedSide<Side> {
  side: Side
  name: string
  label: string
  words: ReadonlySet<string>
}

/** Where Salesforce's name differs from everybody else's word, best first. */
const usualFields: Readonly<Record<SalesforceObject, Readonly<Record<string, readonly string[]>>>> = {
  Account: {
    employees: ['NumberOfEmployees'],
    employeecount: ['NumberOfEmployees'],
    headcount: ['NumberOfEmployees'],
    revenue: ['AnnualRevenue'],
    url: ['Website'],
    domain: ['Website'],
    address: ['BillingAddress', 'ShippingAddress'],
    parent: ['ParentId'],
    parentorganization: ['ParentId'],
    source: ['AccountSource'],
  },
  Contact: {
    mobile: ['MobilePhone'],
    jobtitle: ['Title'],
    role: ['Title'],
    organization: ['AccountId'],
    company: ['AccountId'],
    address: ['MailingAddress', 'OtherAddress'],
    manager: ['ReportsToId'],
    birthday: ['Birthdate'],
    source: ['LeadSource'],
  },
  Opportunity: {
    stage: ['StageName'],
    value: ['Amount'],
    organization: ['AccountId'],
    company: ['AccountId'],
    source: ['LeadSource'],
    closingdate: ['CloseDate'],
    expectedclosedate: ['CloseDate'],
  },
}

export function namedAttribute(side: Attribute): NamedSide<Attribute> {
  return named(side, side.name)
}

export function namedField(side: SalesforceField): NamedSide<SalesforceField> {
  const bare = side.name.replace(/__[cs]$/i, '')
  return named(side, side.type === 'reference' ? bare.replace(/Id$/, '') : bare)
}

function named<Side extends { label: string }>(side: Side, name: string): NamedSide<Side> {
  return { side, name: plain(name), label: plain(side.label), words: wordsOf(`${name} ${side.label}`) }
}

/** How much the names of two sides agree, from 0 to 1, and in what. */
export function nameScore(
  attribute: NamedSide<Attribute>,
  field: NamedSide<SalesforceField>,
  object: SalesforceObject,
): { score: number; reason: string } {
  if (attribute.name === field.name) return { score: 1, reason: 'Same name' }
  const usual = usualRank(attribute, field.side.name, object)
  if (usual !== -1) return { score: 0.95 - usual * 0.1, reason: "Salesforce's usual field for this" }
  if (attribute.label === field.label || attribute.name === field.label) return { score: 0.9, reason: 'Same label' }
  return { score: sharedWords(attribute.words, field.words) * 0.75, reason: 'Similar name' }
}

function usualRank(attribute: NamedSide<Attribute>, field: string, object: SalesforceObject): number {
  const fields = usualFields[object][attribute.name] ?? usualFields[object][attribute.label]
  return fields ? fields.indexOf(field) : -1
}

/** Twice the shared words over all words: 1 for the same words, 0 for none in common. */
function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** `NumberOfEmployees` and `number_of_employees` have the same words. */
function wordsOf(name: string): ReadonlySet<string> {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return new Set(words.filter((word) => word.length > 1 && word !== 'id'))
}
