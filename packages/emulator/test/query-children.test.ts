import { describe, expect, it } from 'vitest'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let connection: FreshOrg['connection']
let call: FreshOrg['call']
inFreshOrg((fresh) => ({ org, connection, call } = fresh))

const answer = async (soql: string): Promise<unknown> => (await call('GET', `/query?q=${encodeURIComponent(soql)}`)).json()
const records = async (soql: string) => (await connection.query(soql)).records

describe('children inside SELECT', () => {
  it('are a result of their own beside the fields of their parent, or null where there are none', async () => {
    const soql = "SELECT Name, (SELECT LastName FROM Contacts) FROM Account WHERE Name LIKE 'Northgate%'"
    const contact = (lastName: string) => ({
      attributes: { type: 'Contact', url: expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Contact\/003/) },
      LastName: lastName,
    })
    expect(await answer(soql)).toMatchObject({
      totalSize: 2,
      done: true,
      records: [
        { Name: 'Northgate Pumps', Contacts: { totalSize: 2, done: true, records: [contact('Chen'), contact("O'Brien")] } },
        { Name: 'Northgate Pumps Service', Contacts: null },
      ],
    })
  })

  it('have conditions, an order, a limit and parents of their own', async () => {
    const soql =
      "SELECT Id, (SELECT c.LastName, Account.Owner.Email FROM Account.contacts c WHERE c.Title = null OR LastName = 'CHEN' " +
      "ORDER BY LastName DESC LIMIT 1) FROM Account WHERE Name = 'Northgate Pumps'"
    expect(await records(soql)).toMatchObject([
      {
        Contacts: {
          totalSize: 1,
          records: [{ LastName: "O'Brien", Account: { Owner: { Email: 'dana@acme-industrial.example' } } }],
        },
      },
    ])
  })

  it('go as deep as relationships do', async () => {
    const soql =
      "SELECT Name, (SELECT Name, (SELECT Name FROM Opportunities) FROM ChildAccounts), (SELECT StageName FROM Opportunities) FROM Account WHERE Name = 'Northgate Pumps'"
    expect(await records(soql)).toMatchObject([
      {
        ChildAccounts: { records: [{ Name: 'Northgate Pumps Service', Opportunities: null }] },
        Opportunities: { records: [{ StageName: 'Prospecting' }, { StageName: 'Closed Won' }] },
      },
    ])
  })

  it('leave out what is deleted, unless deleted records are asked for too', async () => {
    const [chen] = org.admin.find('Contact', { LastName: 'Chen' })
    org.admin.delete('Contact', String(chen?.Id))
    const soql = "SELECT (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Northgate Pumps'"
    expect(await records(soql)).toMatchObject([{ Contacts: { totalSize: 1 } }])
    const all = await connection.query(soql, { scanAll: true })
    expect(all.records).toMatchObject([{ Contacts: { totalSize: 2 } }])
  })

  it('come in batches where a record has many', async () => {
    const [account] = org.admin.find('Account', { Name: 'Lakeside Foods' })
    for (let number = 0; number < 600; number++) {
      org.admin.insert('Contact', { LastName: `Clerk ${number}`, AccountId: String(account?.Id) })
    }
    const soql = "SELECT (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Lakeside Foods'"
    const [first] = (
      await connection.query<{ Contacts: { totalSize: number; done: boolean; nextRecordsUrl: string; records: unknown[] } }>(soql)
    ).records
    expect(first?.Contacts).toMatchObject({ totalSize: 601, done: false, nextRecordsUrl: expect.stringMatching(/-499$/) })
    expect(first?.Contacts.records).toHaveLength(499)
    const rest = await connection.queryMore(first?.Contacts.nextRecordsUrl ?? '')
    expect([rest.totalSize, rest.done, rest.records.length]).toEqual([601, true, 102])
    expect(rest.records.at(-1)).toMatchObject({ LastName: 'Clerk 599' })
  })

  it('are reached by every name that describe gives, and by no other', async () => {
    for (const object of ['Account', 'Contact', 'Opportunity', 'User', 'PermissionSet']) {
      const { childRelationships } = await connection.describe(object)
      for (const { relationshipName } of childRelationships) {
        if (relationshipName === null) continue
        expect(await answer(`SELECT (SELECT Id FROM ${relationshipName}) FROM ${object}`)).toMatchObject({ done: true })
      }
    }
    expect(await answer('SELECT Id, (SELECT Id FROM Contact) FROM Account')).toEqual([
      {
        message:
          "\nSELECT Id, (SELECT Id FROM Contact) FROM Account\n                           ^\nERROR at Row:1:Column:28\nDidn't understand relationship 'Contact' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.",
        errorCode: 'INVALID_TYPE',
      },
    ])
  })
})
