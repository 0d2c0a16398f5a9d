import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { readInput } from './read-input.ts'
import { value } from './value.ts'

const colours = z.enum(['red', 'green'])
const schema = z.strictObject({
  name: z.string(),
  size: z.int().min(1).optional(),
  ratio: z.number().optional(),
  colour: z.union([colours, z.null()]).optional(),
  cells: z.record(z.string(), value).optional(),
  shades: z.partialRecord(colours, z.boolean()).optional(),
  points: z.array(z.strictObject({ x: z.number(), y: z.number().optional() })).optional(),
  span: z.union([z.string(), z.strictObject({ from: z.string(), to: z.string().optional() })]).optional(),
  nothing: z.strictObject({}).optional(),
})

describe('an input', () => {
  it('is read as its schema says', () => {
    const input = { name: 'a', size: 3, colour: null, shades: { red: true }, points: [{ x: 0.5 }], span: { from: 'b' } }
    expect(readInput(schema, input)).toEqual(input)
  })

  it.each([
    [{}, '"name" is missing. Give a text.'],
    [[], 'The input is []. Give an object { name, size?, ratio?,'],
    [{ name: null }, '"name" is null. Give a text.'],
    [{ name: 'a', size: 0.5 }, '"size" is 0.5. Give a whole number of at least 1.'],
    [{ name: 'a', size: 1e21 }, '"size" is 1e+21. Give a number of at most 9007199254740991.'],
    [{ name: 'a', ratio: '1' }, '"ratio" is "1". Give a number.'],
    [{ name: 'a', colour: 'blue' }, '"colour" is "blue". Give one of: red, green, or null.'],
    [{ name: 'a', cells: { Id: {} } }, '"cells.Id" is {}. Give a text, or a number, or true or false, or null.'],
    [{ name: 'a', cells: 1 }, '"cells" is 1. Give an object, its values a text, or a number,'],
    [{ name: 'a', shades: { blue: true } }, 'There is no "blue" in "shades". Known are: red, green.'],
    [{ name: 'a', shades: [] }, '"shades" is []. Give an object with any of red, green, its values true or false.'],
    [{ name: 'a', points: {} }, '"points" is {}. Give a list, its items an object { x, y? }.'],
    [{ name: 'a', points: [{ x: 1 }, { x: true }] }, '"points[1].x" is true. Give a number.'],
    [{ name: 'a', span: { to: 'b' } }, '"span" is {"to":"b"}. Give a text, or an object { from, to? }.'],
    [{ name: 'a', nothing: { x: 1 } }, 'There is no "x" in "nothing". Give nothing.'],
    [{ name: 'a', nothing: 1 }, '"nothing" is 1. Give an empty object.'],
  ])('like %j is refused with the key and what is allowed there', (input, sentence) => {
    expect(() => readInput(schema, input)).toThrow(sentence)
  })

  it('with a misspelt name is told that, rather than that the right one is missing', () => {
    expect(() => readInput(schema, { nmae: 'a' })).toThrow('There is no "nmae". Known are: name, size,')
  })

  it('that is long is shown in part', () => {
    expect(() => readInput(z.number(), 'x'.repeat(100))).toThrow(`The input is "${'x'.repeat(58)}…. Give a number.`)
  })
})
