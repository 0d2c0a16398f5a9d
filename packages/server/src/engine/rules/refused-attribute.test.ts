import { describe, expect, it } from 'vitest'
import { refusedAttribute, type SentField } from './refused-attribute.ts'

const sent = [
  { attribute: 'name', fields: ['Name'], value: 'x' },
  { attribute: 'address', fields: ['BillingStreet', 'BillingCity'], value: null },
  { attribute: 'parent', fields: ['ParentId'], value: 'r1' },
]
const fields: Record<string, SentField> = {
  Name: { label: 'Account Name', isReference: false },
  BillingStreet: { label: 'Billing Street', isReference: false },
  BillingCity: { label: 'Billing City', isReference: false },
  ParentId: { label: 'Parent Account ID', isReference: true },
}
const refused = (code: string, message: string, named: string[] = [], all = sent) =>
  refusedAttribute({ code, message, fields: named }, all, (name) => fields[name])?.attribute ?? null

describe('the refused attribute', () => {
  it('is the one whose field Salesforce names', () => {
    expect(refused('STRING_TOO_LONG', 'too large', ['Name'])).toBe('name')
  })

  it('is the whole address for one of its components', () => {
    expect(refused('FIELD_INTEGRITY_EXCEPTION', 'no such city', ['BillingCity'])).toBe('address')
  })

  it('is told by the API name or the label in the message', () => {
    expect(refused('INVALID_FIELD', "No such column 'ParentId' on sobject of type Account")).toBe('parent')
    expect(refused('STRING_TOO_LONG', 'Account Name: data value too large: x (max length=255)')).toBe('name')
  })

  it('is the only reference for an error about references', () => {
    expect(refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id')).toBe('parent')
    const two = [...sent, { attribute: 'owner', fields: ['ParentId'], value: 'u1' }]
    expect(refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [], two)).toBeNull()
  })

  it('is not known where several fields are named, or none', () => {
    expect(refused('STRING_TOO_LONG', 'too large', ['Name', 'BillingCity'])).toBeNull()
    expect(refused('STRING_TOO_LONG', 'too large')).toBeNull()
  })

  it('is never sought for rules, duplicates and required fields', () => {
    for (const code of [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      'DUPLICATES_DETECTED',
      'REQUIRED_FIELD_MISSING',
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    ])
      expect(refused(code, 'no', ['Name'])).toBeNull()
  })
})
