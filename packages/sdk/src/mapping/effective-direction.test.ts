import { expect, it } from 'vitest'
import { directions } from '../contract/vocabulary.ts'
import { effectiveDirection, flows } from './effective-direction.ts'

it.each([
  ['bidirectional', 'bidirectional', 'bidirectional'],
  ['bidirectional', 'pull', 'pull'],
  ['bidirectional', 'push', 'push'],
  ['pull', 'bidirectional', 'pull'],
  ['pull', 'pull', 'pull'],
  ['pull', 'push', null],
  ['push', 'bidirectional', 'push'],
  ['push', 'pull', null],
  ['push', 'push', 'push'],
] as const)('a %s field in a %s object is %s', (field, object, expected) => {
  expect(effectiveDirection(field, object)).toBe(expected)
})

it('lets a value flow exactly where both the field and the object let it', () => {
  for (const field of directions) {
    for (const object of directions) {
      for (const way of ['pull', 'push'] as const) {
        expect(flows(effectiveDirection(field, object), way)).toBe(flows(field, way) && flows(object, way))
      }
    }
  }
})
