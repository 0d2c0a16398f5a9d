import { describe, expect, it } from 'vitest'
import { codes, onlyPair } from '../../../test/workspace.ts'
import { lookup, picklist, salesforceField } from '../../testing/index.ts'

describe('a default for push', () => {
  const note = salesforceField('Note__c', 'Note', 'string', { length: 10 })

  it('that fits has no issue', () => {
    expect(codes(onlyPair(note, 'name', { defaultOnPush: 'unknown' }))).not.toContain('default_not_usable')
    expect(codes(onlyPair(note, 'name', { defaultOnPush: null }))).not.toContain('default_not_usable')
  })

  it('that does not fit is warned about, with the reason', () => {
    const issues = onlyPair(note, 'name', { defaultOnPush: 'longer than ten' })
    expect(issues.filter(({ code }) => code === 'default_not_usable')).toMatchObject([
      {
        severity: 'warning',
        stops: null,
        sentence: 'The default of Name is not sent: Note holds 10 characters, but the value has 15.',
      },
    ])
  })

  it('of another shape, or of an option without a value, is warned about', () => {
    expect(codes(onlyPair(note, 'name', { defaultOnPush: true }))).toContain('default_not_usable')
    const field = salesforceField('Kind__c', 'Kind', 'picklist', { picklistValues: picklist('Banking') })
    expect(codes(onlyPair(field, 'industry', { defaultOnPush: 'apparel' }))).toContain('default_not_usable')
    expect(codes(onlyPair(field, 'industry', { defaultOnPush: 'banking' }))).not.toContain('default_not_usable')
  })

  it('of a relation or a user is not sent', () => {
    const parent = lookup('ParentId', 'Parent', 'Account')
    expect(onlyPair(parent, 'parent', { defaultOnPush: 'o1' })).toMatchObject([
      { code: 'default_not_usable', sentence: expect.stringContaining('cannot have a default') },
    ])
  })

  it('is not looked at where the pair does not push, or cannot', () => {
    const unusable = { defaultOnPush: 'longer than ten' }
    expect(codes(onlyPair(note, 'name', { ...unusable, direction: 'pull' }))).not.toContain('default_not_usable')
    const readOnly = { ...note, createable: false, updateable: false }
    expect(codes(onlyPair(readOnly, 'name', unusable))).toEqual(expect.not.arrayContaining(['default_not_usable']))
  })
})
