import { accountDescribe, lookup, salesforceField } from '@pryzm/salesforce-sdk/testing'
import type { Attribute } from '@pryzm/salesforce-sdk'
import { describe, expect, it } from 'vitest'
import { indexFields } from './field-index.ts'
import { type FieldContext, fieldOptions, matchedParts, searchFields } from './field-search.ts'

const website: Attribute = { name: 'website', label: 'Website', type: 'url', required: false, unique: false, readOnly: false }
const context: FieldContext = {
  attribute: website,
  direction: 'bidirectional',
  suggested: new Map(),
  usedBy: new Map(),
  pushed: new Set(),
}
const fields = [
  salesforceField('Website', 'Website', 'url'),
  salesforceField('Blog__c', 'Blog', 'url'),
  salesforceField('Founded__c', 'Founded', 'date'),
  salesforceField('Notes__c', 'Notes', 'textarea', { length: 4000 }),
  lookup('OwnerId', 'Owner', 'User', 'Owner'),
]
const index = indexFields({ ...accountDescribe, fields })

describe('the options of the field picker', () => {
  it('come in groups: suggested, standard, custom, and those that cannot be used with the reason', () => {
    const options = fieldOptions(index, { ...context, suggested: new Map([['Website', 'Same name and type']]) })
    expect(options.map(({ field, group }) => `${group} ${field.name}`)).toEqual([
      'suggested Website',
      'custom Blog__c',
      'custom Notes__c',
      'unusable Founded__c',
      'unusable OwnerId',
    ])
    expect(options[0]?.note).toBe('Same name and type')
    expect(options[3]?.note).toMatch(/cannot fill/)
  })

  it('say which way alone works', () => {
    const text: Attribute = { ...website, name: 'history', label: 'History', type: 'long_text' }
    const optionFor = (attribute: Attribute, name: string) =>
      fieldOptions(index, { ...context, attribute }).find(({ field }) => field.name === name)
    expect(optionFor(text, 'Founded__c')).toMatchObject({ only: 'pull', group: 'custom' })
    expect(optionFor(website, 'Notes__c')).toMatchObject({ only: null, group: 'custom' })
  })

  it('are unusable for a push where Salesforce lets nobody write the field', () => {
    const readOnly = indexFields({
      ...accountDescribe,
      fields: [salesforceField('F__c', 'F', 'url', { createable: false, updateable: false })],
    })
    expect(fieldOptions(readOnly, { ...context, direction: 'push' })[0]?.group).toBe('unusable')
    expect(fieldOptions(readOnly, context)[0]).toMatchObject({ only: 'pull', readOnly: true })
  })

  it('tell which attributes use a field already', () => {
    const options = fieldOptions(index, { ...context, usedBy: new Map([['Website', ['Home page']]]) })
    expect(options.find(({ field }) => field.name === 'Website')?.usedBy).toEqual(['Home page'])
  })

  it('tell which fields no record holds a value in, out of how many', () => {
    const usage = { inLastJob: false, sampled: 200, filled: 0 }
    const [filled, empty] = [{ ...usage, filled: 1 }, usage]
    const known = indexFields({
      ...accountDescribe,
      fields: [
        { ...fields[0]!, usage: filled },
        { ...fields[1]!, usage: empty },
      ],
    })
    const told = Object.fromEntries(fieldOptions(known, context).map(({ field, emptyIn }) => [field.name, emptyIn]))
    expect(told).toEqual({ Website: null, Blog__c: 200 })
  })

  it('tell which fields are taken for a push, and only where the pair would push too', () => {
    const taken = (direction: FieldContext['direction']) =>
      fieldOptions(index, { ...context, direction, pushed: new Set(['Website', 'Founded__c']) })
        .filter((option) => option.taken)
        .map(({ field }) => field.name)
    expect(taken('bidirectional')).toEqual(['Website'])
    expect(taken('pull')).toEqual([])
  })
})

describe('a search', () => {
  const options = fieldOptions(index, context)
  const found = (query: string) => searchFields(options, query).map(({ field }) => field.name)

  it('looks at labels and API names, whatever their case', () => {
    expect(found('BLOG')).toEqual(['Blog__c'])
    expect(found('ownerid')).toEqual(['OwnerId'])
  })

  it('wants every word', () => {
    expect(found('note __c')).toEqual(['Notes__c'])
    expect(found('note website')).toEqual([])
  })

  it('understands a type', () => {
    expect(found('type:date')).toEqual(['Founded__c'])
  })

  it('understands what the last job used', () => {
    const usage = { inLastJob: true, sampled: 200, filled: 3 }
    const used = indexFields({ ...accountDescribe, fields: [{ ...fields[1]!, usage }, fields[0]!] })
    const names = searchFields(fieldOptions(used, context), 'used:last').map(({ field }) => field.name)
    expect(names).toEqual(['Blog__c'])
  })

  it('leaves everything where nothing is asked', () => {
    expect(searchFields(options, '  ')).toBe(options)
  })
})

describe('what matched', () => {
  it('is cut out of the text', () => {
    expect(matchedParts('Account Website', 'web')).toEqual([
      { text: 'Account ', matched: false },
      { text: 'Web', matched: true },
      { text: 'site', matched: false },
    ])
  })

  it('is nothing where another text matched', () => {
    expect(matchedParts('Phone', 'web')).toEqual([{ text: 'Phone', matched: false }])
  })
})
