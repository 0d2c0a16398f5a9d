import * as fc from 'fast-check'
import type { FieldPair, Mapping, ObjectPair } from '../src/contract/mapping.ts'
import { directions } from '../src/contract/vocabulary.ts'

const direction = fc.constantFrom(...directions)
const name = fc.constantFrom('name', 'type', 'stage', 'owner', 'tags', 'Name', 'Type__c')
const option = fc.record({ option: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom('A', 'B'), direction })
const defaultValue = fc.constantFrom(null, 'a', false, ['a', 'b'], { amount: '1.50', currency: null })

const fieldPair: fc.Arbitrary<FieldPair> = fc.record(
  {
    // Few, so that two mappings share some.
    id: fc.constantFrom(...Array.from({ length: 12 }, (_, number) => `pair-${number}`)),
    attribute: name,
    field: name,
    direction,
    options: fc.array(option, { maxLength: 4 }),
    blankOnPull: fc.constantFrom('clear', 'keep'),
    blankOnPush: fc.constantFrom('clear', 'leave'),
    defaultOnPush: defaultValue,
  },
  { requiredKeys: ['id', 'attribute', 'field', 'direction', 'options'] },
)

const objectPair: fc.Arbitrary<Omit<ObjectPair, 'object'>> = fc.record({
  enabled: fc.boolean(),
  direction,
  pipelineId: fc.constantFrom(null, 'sales', 'other'),
  fields: fc.uniqueArray(fieldPair, { selector: ({ id }) => id, maxLength: 8 }),
})

/** Mappings in which each id names one pair. */
export const anyMapping: fc.Arbitrary<Mapping> = fc
  .tuple(objectPair, objectPair, objectPair)
  .map(([account, contact, opportunity]) => ({
    pairs: [
      { object: 'Account', ...account, pipelineId: null },
      { object: 'Contact', ...contact, pipelineId: null },
      { object: 'Opportunity', ...opportunity },
    ],
  }))
