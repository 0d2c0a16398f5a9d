import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AttributeNames } from './attribute-mask.ts'

const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 40 })

describe('masks over a growing list of attributes', () => {
  it('bring every set back, in the order of the list', () => {
    fc.assert(
      fc.property(
        names.chain((list) => fc.tuple(fc.constant(list), fc.array(fc.subarray(list), { maxLength: 4 }))),
        ([list, sets]) => {
          const attributes = new AttributeNames(list)
          for (const set of sets) {
            const expected = list.filter((name) => set.includes(name))
            expect(attributes.set(attributes.mask(set.toReversed()))).toEqual(expected)
          }
        },
      ),
    )
  })

  it('mean the same after the list has grown', () => {
    fc.assert(
      fc.property(names, names, (list, more) => {
        const before = new AttributeNames(list)
        const after = before.with([more])
        expect(after.names.slice(0, list.length)).toEqual(list)
        expect(after.set(before.mask(list))).toEqual(list)
        expect(new Set(after.names)).toEqual(new Set([...list, ...more]))
      }),
    )
  })

  it('stay short: one character for four attributes, none for no attribute', () => {
    const attributes = new AttributeNames(['a', 'b', 'c', 'd', 'e'])
    expect(attributes.mask(['a', 'b', 'c', 'd', 'e'])).toBe('f1')
    expect(attributes.mask(['a'])).toBe('1')
    expect(attributes.mask([])).toBe('')
  })

  it('are the same list where no name is missing', () => {
    const attributes = new AttributeNames(['a', 'b'])
    expect(attributes.with([['b'], ['a', 'b']])).toBe(attributes)
    expect(() => attributes.mask(['c'])).toThrow('"c" is not in the list')
  })
})
