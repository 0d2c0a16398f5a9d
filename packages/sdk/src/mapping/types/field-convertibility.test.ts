import { describe, expect, it } from 'vitest'
import { attribute } from '../../../test/one-pair.ts'
import { lookup, salesforceField } from '../../testing/index.ts'
import { fieldConvertibility } from './field-convertibility.ts'

describe('text', () => {
  const short = salesforceField('A', 'A', 'string', { length: 80 })
  const long = attribute('a', 'text', { maxLength: 255 })

  it('of an attribute that holds more than the field is warned about on push', () => {
    expect(fieldConvertibility(long, short, 'push')).toEqual({
      level: 'lossy',
      sentence: 'Texts longer than 80 characters are skipped.',
    })
    expect(fieldConvertibility(long, short, 'pull').level).toBe('exact')
  })

  it('of a field that holds more than the attribute is warned about on pull', () => {
    const tight = attribute('a', 'text', { maxLength: 40 })
    expect(fieldConvertibility(tight, short, 'pull').sentence).toBe('Texts longer than 40 characters are skipped.')
    expect(fieldConvertibility(tight, short, 'push').level).toBe('exact')
  })

  it('of an attribute without a known limit is not warned about', () => {
    expect(fieldConvertibility(attribute('a', 'text'), short, 'push').level).toBe('exact')
  })

  it('with formatting is lossy both ways', () => {
    const rich = salesforceField('A', 'A', 'textarea', { htmlFormatted: true })
    for (const way of ['pull', 'push'] as const)
      expect(fieldConvertibility(attribute('a', 'long_text'), rich, way).level).toBe('lossy')
  })
})

describe('numbers', () => {
  const cents = salesforceField('A', 'A', 'currency', { precision: 18, scale: 2 })
  const whole = salesforceField('A', 'A', 'double', { precision: 18, scale: 0 })

  it('with more decimals than the other side keeps are warned about', () => {
    expect(fieldConvertibility(attribute('a', 'currency', { scale: 0 }), cents, 'pull').sentence).toBe(
      'Numbers with a fraction are skipped.',
    )
    expect(fieldConvertibility(attribute('a', 'currency', { scale: 4 }), cents, 'push').sentence).toContain(
      'more than 2 decimal places',
    )
    expect(fieldConvertibility(attribute('a', 'number', { scale: 2 }), whole, 'push').level).toBe('lossy')
    expect(fieldConvertibility(attribute('a', 'number', { scale: 2 }), whole, 'pull').level).toBe('exact')
  })

  it('that are whole in Pryzm fit a whole-number field', () => {
    const field = salesforceField('A', 'A', 'int', { digits: 8 })
    expect(fieldConvertibility(attribute('a', 'number', { scale: 0 }), field, 'push').level).toBe('exact')
    expect(fieldConvertibility(attribute('a', 'number'), field, 'push').level).toBe('lossy')
  })
})

describe('limits that settle what the types leave open', () => {
  const field = salesforceField('A', 'A', 'string', { length: 255 })

  it('make a long text that is short enough exact', () => {
    expect(fieldConvertibility(attribute('a', 'long_text'), field, 'push').level).toBe('lossy')
    expect(fieldConvertibility(attribute('a', 'long_text', { maxLength: 255 }), field, 'push').level).toBe('exact')
    expect(fieldConvertibility(attribute('a', 'long_text', { maxLength: 256 }), field, 'push').level).toBe('lossy')
  })

  it('warn of a long text without a limit that goes into a short text area', () => {
    const area = (length: number) => salesforceField('A', 'A', 'textarea', { length })
    expect(fieldConvertibility(attribute('a', 'long_text'), area(255), 'push').sentence).toContain('longer than 255')
    expect(fieldConvertibility(attribute('a', 'long_text'), area(32_000), 'push').level).toBe('exact')
  })

  it('warn of digits before the point', () => {
    const cents = salesforceField('A', 'A', 'double', { precision: 5, scale: 2 })
    expect(fieldConvertibility(attribute('a', 'number', { precision: 18, scale: 2 }), cents, 'push').sentence).toBe(
      'Numbers with more than 3 digits before the point are skipped.',
    )
    expect(fieldConvertibility(attribute('a', 'number', { precision: 5, scale: 2 }), cents, 'push').level).toBe('exact')
    expect(fieldConvertibility(attribute('a', 'number', { precision: 4, scale: 2 }), cents, 'pull').level).toBe('lossy')
  })
})

describe('dependent picklists', () => {
  it('warn on push that the controlling field decides', () => {
    const field = salesforceField('A', 'A', 'picklist', { dependentPicklist: true, controllerName: 'Region__c' })
    expect(fieldConvertibility(attribute('a', 'select'), field, 'push').sentence).toContain('whatever Region__c holds')
    expect(fieldConvertibility(attribute('a', 'select'), field, 'pull').level).toBe('exact')
  })
})

describe('lookups', () => {
  const parent = attribute('a', 'relation', { label: 'Parent', relatedRecordType: 'organization' })

  it('fit a relation that points at the same records', () => {
    expect(fieldConvertibility(parent, lookup('ParentId', 'Parent', 'Account'), 'push').level).toBe('exact')
    expect(fieldConvertibility(parent, lookup('ReportsToId', 'Reports To', 'Contact'), 'push').sentence).toBe(
      'Parent points at Organizations (Accounts), but Reports To points at Contact.',
    )
    expect(fieldConvertibility(attribute('a', 'relation'), lookup('ParentId', 'Parent', 'Account'), 'pull').level).toBe('no')
  })

  it('to anything else can be read as an id, but not written', () => {
    const field = lookup('CampaignId', 'Campaign', 'Campaign')
    expect(fieldConvertibility(attribute('a', 'text'), field, 'pull').level).toBe('exact')
    expect(fieldConvertibility(attribute('a', 'text'), field, 'push').level).toBe('no')
  })

  it('fit a user where they point at users whose email can be read', () => {
    const owner = attribute('a', 'user')
    expect(fieldConvertibility(owner, lookup('OwnerId', 'Owner', 'User'), 'pull').level).toBe('exact')
    const nameless = lookup('OwnerId', 'Owner', 'User', { relationshipName: null })
    expect(fieldConvertibility(owner, nameless, 'pull').level).toBe('no')
    expect(fieldConvertibility(owner, nameless, 'push').level).toBe('exact')
  })
})
