import { expect, it } from 'vitest'
import { formatsFor } from '../src/formats.ts'

const { duration } = formatsFor('en-US')

it.each([
  [0, '<1 sec'],
  [0.4, '<1 sec'],
  [0.6, '1 sec'],
  [59.4, '59 sec'],
  [60, '1 min'],
  [192, '3 min 12 sec'],
  [3600, '1 hr'],
  [3725, '1 hr 2 min'],
])('tells %d seconds as "%s"', (seconds, text) => {
  expect(duration(seconds)).toBe(text)
})

it('tells a length of time in the words and digits of the locale', () => {
  expect(formatsFor('de').duration(192)).toBe('3 Min. 12 Sek.')
  expect(formatsFor('ar-EG').duration(192)).toMatch(/٣.*١٢/)
})
