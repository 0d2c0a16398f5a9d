import { describe, expect, it } from 'vitest'
import type { JobPlan } from '../ports/index.ts'
import { fieldResults } from './field-results.ts'

const plan: JobPlan = {
  attributes: [
    { name: 'name', label: 'Name' },
    { name: 'phone', label: 'Phone' },
    { name: 'notes', label: 'Notes' },
  ],
  fields: [
    { attribute: 'name', field: 'Name', pairId: 'p1' },
    { attribute: 'phone', field: 'Phone', pairId: 'p2' },
  ],
  leftOut: [{ attribute: 'notes', field: null, pairId: null, reason: 'not_mapped', sentence: 'Notes is not mapped.' }],
}
const tooLong = { attribute: 'phone', reason: 'too_long' as const, sentence: 'Too long.', dropped: '555' }

describe('field results', () => {
  it('are complete: what synced, what was skipped, what was left out everywhere', () => {
    expect(fieldResults(plan, { outcome: 'updated', skips: [tooLong] })).toEqual([
      {
        attribute: 'name',
        attributeLabel: 'Name',
        field: 'Name',
        pairId: 'p1',
        outcome: 'synced',
        reason: null,
        sentence: null,
        dropped: null,
        note: null,
      },
      {
        attribute: 'phone',
        attributeLabel: 'Phone',
        field: 'Phone',
        pairId: 'p2',
        outcome: 'skipped',
        reason: 'too_long',
        sentence: 'Too long.',
        dropped: '555',
        note: null,
      },
      {
        attribute: 'notes',
        attributeLabel: 'Notes',
        field: null,
        pairId: null,
        outcome: 'skipped',
        reason: 'not_mapped',
        sentence: 'Notes is not mapped.',
        dropped: null,
        note: null,
      },
    ])
  })

  it('name each attribute once', () => {
    const names = fieldResults(plan, { outcome: 'created', skips: [tooLong] }).map(({ attribute }) => attribute)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toHaveLength(3)
  })

  it('call nothing synced in a record that failed', () => {
    expect(fieldResults(plan, { outcome: 'failed', skips: [] }).map(({ outcome }) => outcome)).toEqual(['skipped'])
  })
})
