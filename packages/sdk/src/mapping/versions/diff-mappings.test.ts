import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMapping } from '../../../test/any-mapping.ts'
import { fieldPair } from '../../../test/one-pair.ts'
import { suggestedMapping } from '../../testing/build-mapping.ts'
import type { FieldPair, Mapping } from '../../contract/mapping.ts'
import { MappingChange } from '../../contract/mapping-change.ts'
import { countChanges, diffMappings } from './diff-mappings.ts'
import { emptyMapping } from '../empty-mapping.ts'

const byId = (one: FieldPair, other: FieldPair) => (one.id < other.id ? -1 : 1)

/** The mapping with what its differences say done to it; the order of pairs is left open. */
function applied(mapping: Mapping, changes: readonly MappingChange[]): Mapping {
  const result = structuredClone(mapping)
  for (const change of changes) {
    const pair = result.pairs.find(({ object }) => object === change.object)
    if (pair === undefined) continue
    if (change.kind === 'object_changed') Object.assign(pair, change.after)
    if (change.kind === 'pair_removed') pair.fields = pair.fields.filter(({ id }) => id !== change.before.id)
    if (change.kind === 'pair_added') pair.fields.push(change.after)
    if (change.kind === 'pair_changed')
      pair.fields = pair.fields.map((field) => (field.id === change.after.id ? change.after : field))
  }
  return result
}

/** In an order that does not depend on how the mapping was made. */
function sorted({ pairs: [account, contact, opportunity] }: Mapping): Mapping {
  return {
    pairs: [
      { ...account, fields: account.fields.toSorted(byId) },
      { ...contact, fields: contact.fields.toSorted(byId) },
      { ...opportunity, fields: opportunity.fields.toSorted(byId) },
    ],
  }
}

function accountsWith(...fields: FieldPair[]): Mapping {
  const mapping = emptyMapping()
  mapping.pairs[0].fields = fields
  return mapping
}

function changesOf(before: Partial<FieldPair>, after: Partial<FieldPair>): MappingChange[] {
  return diffMappings(accountsWith(fieldPair('type', 'Type', before)), accountsWith(fieldPair('type', 'Type', after)))
}

describe('differences of mappings', () => {
  it('are none between a mapping and its copy', () => {
    fc.assert(
      fc.property(anyMapping, (mapping) => {
        expect(diffMappings(mapping, structuredClone(mapping))).toEqual([])
      }),
    )
  })

  it('turn the one into the other', () => {
    fc.assert(
      fc.property(anyMapping, anyMapping, (before, after) => {
        const changes = diffMappings(before, after)
        const result = sorted(applied(before, changes))
        expect(diffMappings(result, sorted(after))).toEqual([])
        for (const [index, { fields }] of result.pairs.entries()) {
          expect(fields.map(({ id }) => id)).toEqual(after.pairs[index]?.fields.map(({ id }) => id).toSorted())
        }
      }),
    )
  })

  it('are as many the other way round, and have the shape of the contract', () => {
    fc.assert(
      fc.property(anyMapping, anyMapping, (before, after) => {
        const there = diffMappings(before, after)
        const back = countChanges(diffMappings(after, before))
        const { added, removed, changed } = countChanges(there)
        expect(back).toEqual({ added: removed, removed: added, changed })
        expect(added + removed + changed).toBe(there.length)
        expect(MappingChange.array().parse(there)).toEqual(there)
      }),
    )
  })

  it('come object by object in pull order, settings first and removed pairs last', () => {
    const before = suggestedMapping()
    const after = structuredClone(before)
    after.pairs[2].pipelineId = 'other'
    const [removed] = after.pairs[2].fields.splice(0, 1)
    after.pairs[2].fields.push(fieldPair('forecast', 'ForecastCategoryName'))
    after.pairs[0].direction = 'pull'
    after.pairs[0].enabled = false
    after.pairs[1].fields[0]!.direction = 'push'
    expect(diffMappings(before, after)).toMatchObject([
      { kind: 'object_changed', object: 'Account', properties: ['enabled', 'direction'], before: { enabled: true } },
      { kind: 'pair_changed', object: 'Contact', properties: ['direction'], after: { direction: 'push' } },
      { kind: 'object_changed', object: 'Opportunity', properties: ['pipelineId'], after: { pipelineId: 'other' } },
      { kind: 'pair_added', object: 'Opportunity', after: { attribute: 'forecast' } },
      { kind: 'pair_removed', object: 'Opportunity', before: { id: removed?.id } },
    ])
  })

  it('leave the order of pairs and of options out', () => {
    const before = suggestedMapping()
    const after = structuredClone(before)
    after.pairs[0].fields.reverse()
    expect(diffMappings(before, after)).toEqual([])
    const options = ['a', 'b'].map((option) => ({ option, value: option, direction: 'pull' as const }))
    expect(changesOf({ options }, { options: options.toReversed() })).toEqual([])
    expect(changesOf({ options }, { options: options.slice(1) })).toMatchObject([{ properties: ['options'] }])
  })

  it('take a rule that is left out as its default', () => {
    expect(changesOf({}, { blankOnPull: 'clear', blankOnPush: 'clear', defaultOnPush: null })).toEqual([])
    expect(changesOf({}, { blankOnPull: 'keep', blankOnPush: 'leave', defaultOnPush: 'x' })).toMatchObject([
      { properties: ['blankOnPull', 'blankOnPush', 'defaultOnPush'] },
    ])
  })

  it('compare defaults by value', () => {
    const money = { amount: '1', currency: 'EUR' }
    expect(changesOf({ defaultOnPush: money }, { defaultOnPush: { currency: 'EUR', amount: '1' } })).toEqual([])
    expect(changesOf({ defaultOnPush: money }, { defaultOnPush: { ...money, amount: '2' } })).toHaveLength(1)
    expect(changesOf({ defaultOnPush: ['a', 'b'] }, { defaultOnPush: ['b', 'a'] })).toEqual([])
    expect(changesOf({ defaultOnPush: false }, {})).toHaveLength(1)
  })
})
