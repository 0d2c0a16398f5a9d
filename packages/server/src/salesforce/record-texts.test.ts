import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseRecords } from './parse-records.ts'
import { recordTexts } from './record-texts.ts'

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', 'ß', '✅', '𝔸', ' ') })
const csvLine = (cells: readonly string[]) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')

it('hands over one text a record, whatever its cells hold', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 })),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      (records, lineEnd, endsWithLine) => {
        const text = records.map(csvLine).join(lineEnd) + (endsWithLine && records.length > 0 ? lineEnd : '')
        const texts = [...recordTexts(Buffer.from(text))]
        expect(texts.join('')).toBe(text)
        expect(texts.flatMap((each) => parseRecords(each))).toEqual(records)
        expect(texts).toHaveLength(records.length)
      },
    ),
  )
})

it('refuses bytes that are not UTF-8, rather than put replacement characters into names', () => {
  const cut = Buffer.from('"Günther"\n').subarray(0, 3)
  expect(() => [...recordTexts(cut)]).toThrow('Salesforce sent rows that cannot be read: they are not UTF-8.')
})
