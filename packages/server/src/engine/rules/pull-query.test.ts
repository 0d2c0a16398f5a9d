import { describe, expect, it } from 'vitest'
import { pullColumns, pullQuery } from './pull-query.ts'

const columns = ['Name', 'Id']
const fields = [{ name: 'IsDeleted' }, { name: 'Name' }]
const everything = { since: null, ids: [] }

describe('the query of a pull', () => {
  it('asks for all rows, without an order or a limit', () => {
    expect(pullQuery('Account', { columns, condition: null }, everything)).toBe('SELECT Name, Id FROM Account')
  })

  it('asks for what changed since ten minutes before the watermark, and for ids besides', () => {
    const range = { since: new Date('2026-05-06T09:49:20.123Z'), ids: ['001000000000001AAA'] }
    expect(pullQuery('Account', { columns, condition: 'IsPersonAccount = false' }, range)).toBe(
      "SELECT Name, Id FROM Account WHERE IsPersonAccount = false AND (SystemModstamp >= 2026-05-06T09:39:20Z OR Id IN ('001000000000001AAA'))",
    )
  })

  it('asks for single rows alone', () => {
    expect(
      pullQuery('Contact', { columns, condition: null }, { since: null, ids: ['003000000000001AAA', '003000000000002AAA'] }),
    ).toBe("SELECT Name, Id FROM Contact WHERE Id IN ('003000000000001AAA', '003000000000002AAA')")
  })

  it('lets nothing into the query that is not an id', () => {
    expect(() => pullQuery('Contact', { columns, condition: null }, { since: null, ids: ["x') OR Name != ('"] })).toThrow(
      'not a Salesforce id',
    )
  })
})

it('puts its own columns behind those of the plan, and asks of deletions what the object has', () => {
  expect(pullColumns({ columns: ['Name'] }, fields, false)).toEqual(['Name', 'Id', 'Pryzm_ID__c', 'SystemModstamp'])
  expect(pullColumns({ columns: ['Name'] }, fields, true)).toEqual(['Name', 'Id', 'Pryzm_ID__c', 'SystemModstamp', 'IsDeleted'])
})
