import { describe, expect, it } from 'vitest'
import { createOrg } from '../index.ts'
import { seedFromJson } from './seed-from-json.ts'

const northwind = {
  name: 'northwind',
  organization: { Name: 'Northwind' },
  users: [{ username: 'ann@northwind.example' }, { username: 'bo@northwind.example', firstName: 'Bo', active: false }],
  fields: { Account: [{ name: 'Region__c', type: 'Text', length: 40 }] },
  records: {
    Account: [
      { attributes: { type: 'Account', referenceId: 'north' }, Name: 'North', Region__c: 'EMEA', AnnualRevenue: 12 },
      { Name: 'North Branch', ParentId: '@north', CreatedDate: '2020-01-02T03:04:05Z' },
    ],
    Contact: [{ LastName: 'Chen', AccountId: '@north', Email: 'A@B.Example' }],
    Opportunity: [{ Name: 'Deal', StageName: 'Closed Won', CloseDate: '2026-01-31', AccountId: '@north' }],
  },
}

describe('a seed in JSON', () => {
  it('makes an org of its users, fields and records, whose references are resolved', async () => {
    const org = await createOrg({ seed: seedFromJson(northwind) })
    const [north] = org.admin.find('Account', { Name: 'North' })
    expect(north).toMatchObject({ Region__c: 'EMEA', AnnualRevenue: 12, SystemModstamp: '2026-05-06T09:10:00.000Z' })
    expect(org.admin.find('Account', { Name: 'North Branch' })).toMatchObject([
      { ParentId: north?.Id, SystemModstamp: '2020-01-02T03:04:05.000Z' },
    ])
    expect(org.admin.find('Contact')).toMatchObject([{ AccountId: north?.Id, Email: 'a@b.example' }])
    expect(org.admin.find('Opportunity')).toMatchObject([{ Probability: 100 }])
    expect(org.admin.find('Organization')).toMatchObject([{ Name: 'Northwind', OrganizationType: 'Enterprise Edition' }])
    const [ann, bo] = org.admin.find('User')
    expect([ann?.LastName, ann?.IsActive, bo?.FirstName, bo?.IsActive]).toEqual(['ann', true, 'Bo', false])
    expect(org.admin.permissions('ann@northwind.example').system.CustomizeApplication).toBe(true)
    expect(org.admin.permissions('bo@northwind.example').fields['Account.Region__c']).toBe('edit')
    await org.close()
  })

  it('may leave everything out', async () => {
    const org = await createOrg({ seed: seedFromJson({}) })
    expect(org.admin.find('Account')).toEqual([])
    expect(org.admin.find('User', { Username: 'dana@acme-industrial.example' })).toHaveLength(1)
    await org.close()
  })

  const account = (record: object) => ({ records: { Account: [record] } })
  it.each([
    [{ accounts: [] }, 'There is no "accounts". Known are: name, organization, users, fields, records.'],
    [{ records: { Lead: [] } }, 'There is no "Lead" in "records". Known are: Account, Contact, Opportunity.'],
    [{ users: [] }, '"users" is empty.'],
    [{ users: [{ name: 'ann' }] }, 'There is no "name" in "users[0]". Known are: username, profile,'],
    [
      { users: [{ username: 'a@b.example', profile: 'Boss' }] },
      '"users[0].profile" is "Boss". Give one of: System Administrator,',
    ],
    [{ fields: { Account: [{ name: 'Region' }] } }, '"fields.Account[0].name" is "Region". Give a name that ends in __c'],
    [
      { fields: { Account: [{ name: 'R__c', type: 'Text' }] } },
      '"fields.Account[0]": FIELD_INTEGRITY_EXCEPTION: Must specify a length',
    ],
    [account({ Nmae: 'x' }), '"records.Account[0]" has "Nmae", which is no field of this object.'],
    [account({ Site: 'x' }), '"records.Account[0].Name" is missing'],
    [account({ Id: '001', Name: 'x' }), '"records.Account[0].Id" can\'t be given: the org fills it in.'],
    [account({ Name: 'x', AnnualRevenue: 'much' }), '"records.Account[0].AnnualRevenue": JSON_PARSER_ERROR: Cannot deserialize'],
    [account({ Name: 'x', ParentId: '@y' }), '"records.Account[0].ParentId" is "@y", but no record has this referenceId.'],
    [{ records: { Account: 'x' } }, '"records.Account" is "x". Give a list, its items an object'],
  ])('says what to change in %j', (json, sentence) => {
    expect(() => seedFromJson(json)).toThrow(sentence)
  })
})
