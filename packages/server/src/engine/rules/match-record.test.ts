import { describe, expect, it } from 'vitest'
import type { Link } from '../ports/index.ts'
import { matchRecord, type RowToMatch } from './match-record.ts'

const stamp = new Date('2026-05-06T09:00:00Z')
const earlier = new Date('2026-05-06T08:00:00Z')

const link: Link = {
  salesforceId: '001000000000001AAA',
  recordId: 'linked',
  hash: 'h',
  stamp: earlier,
  revision: '1',
  syncedAttributes: [],
  writeBack: 'done',
  state: 'live',
}

/** A row that nothing is known of, in a workspace that holds the named records. */
function row(known: Partial<RowToMatch>, records: string[] = ['linked', 'named'], taken: string[] = []): RowToMatch {
  return {
    link: null,
    otherLink: null,
    pryzmId: null,
    stamp,
    revisionOf: (id) => (records.includes(id) ? '7' : undefined),
    isTaken: (id) => taken.includes(id),
    ...known,
  }
}

describe('a row that is linked', () => {
  it('updates its record, whatever Pryzm_ID__c says', () => {
    expect(matchRecord(row({ link, pryzmId: 'named' }))).toEqual({ kind: 'update', recordId: 'linked', link, revision: '7' })
  })

  it('changes nothing when a newer state was applied', () => {
    expect(matchRecord(row({ link: { ...link, stamp: new Date('2026-05-06T10:00:00Z') } })).kind).toBe('superseded')
  })

  it('is applied again with the same stamp, since stamps tie', () => {
    expect(matchRecord(row({ link: { ...link, stamp } })).kind).toBe('update')
  })

  it('is left out when its record was deleted in Pryzm', () => {
    expect(matchRecord(row({ link }, [])).kind).toBe('deleted_in_pryzm')
    expect(matchRecord(row({ link: { ...link, state: 'deleted_in_pryzm' } })).kind).toBe('deleted_in_pryzm')
  })

  it('is linked again when Salesforce has undeleted it', () => {
    const released: Link = { ...link, state: 'deleted_in_salesforce' }
    expect(matchRecord(row({ link: released }))).toEqual({ kind: 'update', recordId: 'linked', link: null, revision: '7' })
    expect(matchRecord(row({ link: released }, [])).kind).toBe('create')
  })
})

describe('a row that is not linked', () => {
  it('creates a record without Pryzm_ID__c, or with an id nobody knows', () => {
    expect(matchRecord(row({})).kind).toBe('create')
    expect(matchRecord(row({ pryzmId: 'unknown' })).kind).toBe('create')
  })

  it('updates the record that Pryzm_ID__c names', () => {
    expect(matchRecord(row({ pryzmId: 'named' }))).toEqual({ kind: 'update', recordId: 'named', link: null, revision: '7' })
  })

  it('conflicts when that record is linked elsewhere, or another row of the block has taken it', () => {
    expect(matchRecord(row({ pryzmId: 'named', otherLink: { ...link, recordId: 'named' } })).kind).toBe('link_conflict')
    expect(matchRecord(row({ pryzmId: 'named' }, ['named'], ['named'])).kind).toBe('link_conflict')
  })
})
