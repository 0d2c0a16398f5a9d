import { expect, it } from 'vitest'
import { shapeDifferences } from './shape.ts'

it('finds nothing where keys, their order and the kinds of values agree', () => {
  expect(
    shapeDifferences({ id: 'a', at: null, list: [{ n: 1 }] }, { id: 'b', at: '2026-01-02', list: [{ n: 2 }, { m: 1 }] }),
  ).toEqual([])
})

it('names keys that are missing, were not recorded, or come in another order', () => {
  expect(shapeDifferences({ b: 1, a: 1, c: 1 }, { a: 1, b: 1, d: 1 })).toEqual([
    '$.d is missing',
    '$.c was not recorded',
    '$.b comes where a was recorded',
  ])
})

it('names values of another kind, and tells one way to write a moment from another', () => {
  expect(shapeDifferences({ a: '1', at: '2026-01-02T03:04:05Z' }, { a: 1, at: '2026-01-02T03:04:05.000+0000' })).toEqual([
    '$.a is a text, recorded as a number',
    '$.at is a moment ending in Z, recorded as a moment ending in .000+0000',
  ])
})

it('holds an item of a list against the recorded item that is most like it', () => {
  expect(shapeDifferences([{ id: 1, created: 'yes' }], [{ name: 'x' }, { id: 2, created: true }])).toEqual([
    '$[].created is a text, recorded as a boolean',
  ])
})

it('leaves keys alone where they belong to the org', () => {
  expect(shapeDifferences({ a: { x: 1 } }, { a: { y: 1 } }, { open: ['$.a'] })).toEqual([])
})
