import { expect, it } from 'vitest'
import { csvCell } from './results-csv.ts'

it.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['-1', "'-1"],
  [7, '7'],
  [null, ''],
  [undefined, ''],
])('writes %j as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})
