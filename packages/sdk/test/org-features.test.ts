import { describe, expect, it } from 'vitest'
import type { FieldPair, MappingIssue } from '../src/contract/mapping.ts'
import type { Attribute } from '../src/contract/schema.ts'
import type { SalesforceObject } from '../src/contract/shared.ts'
import { validateMapping } from '../src/mapping/validation/validate-mapping.ts'
import { lookup } from '../src/testing/index.ts'
import { attribute, fieldPair } from './one-pair.ts'
import { orgDescribe, type OrgShape } from './orgs/org-describe.ts'
import { codes, workspace } from './workspace.ts'

/** A pair to check: its attribute, its field, and what differs from a pair that flows both ways. */
type Sketch = [attribute: Attribute, field: string, rest?: Partial<FieldPair>]

/** The issues of these pairs alone in an org of this shape; that a create needs more is left out. */
function issuesOf(object: SalesforceObject, shape: OrgShape, ...sketches: Sketch[]): MappingIssue[] {
  const { mapping, sides } = workspace()
  const recordType = sides[object].recordType
  if (!recordType) throw new Error(`No record type for ${object}`)
  sides[object] = {
    describe: orgDescribe(object, shape),
    recordType: { ...recordType, attributes: sketches.map(([side]) => side) },
  }
  for (const pair of mapping.pairs) {
    if (pair.object === object) pair.fields = sketches.map(([side, field, rest]) => fieldPair(side.name, field, rest))
  }
  return validateMapping(mapping, sides).filter((issue) => issue.object === object && issue.code !== 'required_field_unmapped')
}

describe('in an org with person accounts', () => {
  const shape = { personAccounts: true }

  it.each([
    ['PersonEmail', attribute('email', 'email')],
    ['FirstName', attribute('first_name', 'text')],
    ['Favourite_Team__pc', attribute('team', 'text')],
  ])('%s of Account takes no push, and arrives blank on a pull', (field, side) => {
    const issues = issuesOf('Account', shape, [side, field])
    expect(codes(issues)).toEqual(['field_read_only', 'lossy_conversion'])
    expect(issues).toMatchObject([
      { stops: 'push', sentence: expect.stringContaining('person accounts'), fixes: [{ kind: 'remove_pair' }] },
      { stops: null, sentence: expect.stringContaining('blank'), fixes: [{ kind: 'remove_pair' }] },
    ])
  })

  it('the salutation and the name of a contact are as anywhere', () => {
    const salutation = attribute('salutation', 'text')
    expect(issuesOf('Contact', shape, [salutation, 'Salutation', { direction: 'pull' }])).toEqual([])
    expect(
      issuesOf('Contact', shape, [attribute('first', 'text'), 'FirstName'], [attribute('last', 'text'), 'LastName']),
    ).toEqual([])
  })

  it('whether a record is a person can be read', () => {
    expect(issuesOf('Account', shape, [attribute('person', 'boolean'), 'IsPersonAccount', { direction: 'pull' }])).toEqual([])
  })

  it('an Account still needs its name to be created, and no last name', () => {
    const { mapping, sides } = workspace()
    sides.Account.describe = orgDescribe('Account', shape)
    mapping.pairs[0].fields = []
    const missing = validateMapping(mapping, sides).filter(({ code }) => code === 'required_field_unmapped')
    expect(missing).toMatchObject([
      { object: 'Account', field: 'Name', fixes: [{ kind: 'map_field', attribute: 'name', direction: 'bidirectional' }] },
    ])
  })
})

describe('compound fields', () => {
  it('the name of a contact is read-only, and its mend is Pull', () => {
    expect(issuesOf('Contact', {}, [attribute('name', 'text'), 'Name'])).toMatchObject([
      { code: 'field_read_only', stops: 'push', fixes: [{ kind: 'set_direction', direction: 'pull' }] },
    ])
  })

  it('an address and a part of it are one target, whose rival is named', () => {
    const [whole, part] = issuesOf(
      'Account',
      {},
      [attribute('address', 'address'), 'BillingAddress'],
      [attribute('city', 'text'), 'BillingCity'],
    )
    expect(whole).toMatchObject({ code: 'field_mapped_twice', stops: 'push', sentence: expect.stringContaining('city') })
    expect(part).toMatchObject({
      code: 'field_mapped_twice',
      sentence: expect.stringContaining('address (through Billing Address)'),
    })
    expect(part?.fixes).toMatchObject([{ kind: 'set_direction', direction: 'pull' }, { kind: 'remove_pair' }])
  })

  it('an address is written through its code fields too', () => {
    const state = attribute('state', 'text')
    const issues = issuesOf(
      'Account',
      { addressCodes: true },
      [attribute('address', 'address'), 'BillingAddress'],
      [state, 'BillingStateCode'],
    )
    expect(issues.filter(({ code }) => code === 'field_mapped_twice')).toHaveLength(2)
  })

  it('the place of an address is no part of it, and each address is one of its own', () => {
    const issues = issuesOf(
      'Account',
      { addressCodes: true },
      [attribute('address', 'address'), 'BillingAddress'],
      [attribute('delivery', 'address'), 'ShippingAddress'],
      [attribute('latitude', 'number'), 'BillingLatitude'],
      [attribute('longitude', 'number'), 'BillingLongitude'],
    )
    expect(issues.filter(({ severity }) => severity !== 'warning')).toEqual([])
  })

  it('a geolocation does not sync as one value, its coordinates do', () => {
    const place = attribute('place', 'text')
    expect(issuesOf('Account', { fields: 800 }, [place, 'Renewal_Place__c'])).toMatchObject([
      { code: 'type_incompatible', stops: 'bidirectional', sentence: expect.stringContaining('latitude') },
    ])
    expect(issuesOf('Account', { fields: 800 }, [attribute('latitude', 'number'), 'Renewal_Place__Latitude__s'])).toEqual([])
  })
})

describe('fields of a large org', () => {
  const shape = { fields: 800, currencies: ['EUR', 'USD'] }

  it.each([
    ['a formula', 'Renewal_Total__c', attribute('total', 'currency')],
    ['an auto number', 'Renewal_Number__c', attribute('number', 'text')],
    ['a system field', 'CreatedDate', attribute('created', 'datetime')],
  ])('%s can be pulled alone', (_, field, side) => {
    expect(issuesOf('Account', shape, [side, field])).toMatchObject([
      { code: 'field_read_only', stops: 'push', fixes: [{ kind: 'set_direction', direction: 'pull' }] },
    ])
    expect(issuesOf('Account', shape, [side, field, { direction: 'pull' }])).toEqual([])
  })

  it('an encrypted one does not sync', () => {
    expect(issuesOf('Account', shape, [attribute('secret', 'text'), 'Renewal_Secret__c'])).toMatchObject([
      { code: 'type_incompatible', stops: 'bidirectional', sentence: expect.stringContaining('masked') },
    ])
  })

  it('needed to create are those without a value of their own', () => {
    const { mapping, sides } = workspace()
    sides.Account.describe = orgDescribe('Account', shape)
    const needed = validateMapping(mapping, sides).filter(({ code }) => code === 'required_field_unmapped')
    expect(needed.map(({ field }) => field)).toEqual(['Cost_Center__c'])
  })

  it('of a managed package are found again when the package brought its namespace', () => {
    const issues = issuesOf('Account', shape, [attribute('amount', 'currency'), 'Onboarding_Amount__c'])
    expect(issues).toMatchObject([
      { code: 'field_missing', fixes: [{ kind: 'choose_field', field: 'pkg4__Onboarding_Amount__c' }, { kind: 'remove_pair' }] },
    ])
  })

  it('hidden by field-level security are said to be hidden, and need an admin', () => {
    const [issue] = issuesOf('Account', shape, [attribute('gone', 'text'), 'Nothing_Like_It__c'])
    expect(issue?.sentence).toMatch(/hidden from the connected user.*admin/)
  })
})

describe('lookups', () => {
  const toOrganization = attribute('organization', 'relation', { relatedRecordType: 'organization' })

  it('to one object go with a relation to its records alone', () => {
    expect(issuesOf('Opportunity', {}, [toOrganization, 'AccountId'])).toEqual([])
    const [issue] = issuesOf('Opportunity', {}, [toOrganization, 'CampaignId'])
    expect(issue).toMatchObject({ code: 'type_incompatible', sentence: expect.stringContaining('Campaign') })
    expect(issue?.fixes[0]).toMatchObject({ kind: 'choose_field', field: 'AccountId' })
  })

  it('to several objects do not', () => {
    const { mapping, sides } = workspace()
    const [organization] = mapping.pairs[1].fields.filter(({ field }) => field === 'AccountId')
    const fields = sides.Contact.describe?.fields ?? []
    Object.assign(
      fields.find(({ name }) => name === 'AccountId') ?? {},
      lookup('AccountId', 'Account ID', 'Account', { referenceTo: ['Account', 'Contact'] }),
    )
    expect(validateMapping(mapping, sides)).toMatchObject([{ code: 'type_incompatible', pairId: organization?.id }])
  })

  it('that are set on create alone are said to be', () => {
    const contact = attribute('contact', 'relation', { relatedRecordType: 'person' })
    expect(issuesOf('Opportunity', {}, [contact, 'ContactId'])).toMatchObject([
      { code: 'lossy_conversion', severity: 'warning', sentence: expect.stringContaining('when a record is created') },
    ])
  })
})

it('nothing but the integration writes Pryzm_ID__c', () => {
  const issues = issuesOf('Account', {}, [attribute('code', 'text'), 'Pryzm_ID__c'])
  expect(issues.filter(({ code }) => code === 'field_read_only')).toMatchObject([
    { stops: 'push', fixes: [{ kind: 'set_direction', direction: 'pull' }] },
  ])
})
