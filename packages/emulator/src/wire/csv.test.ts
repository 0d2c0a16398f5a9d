import { array, assert, constantFrom, double, property, string } from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Row } from '../org/table.ts'
import { csvDialect, type DelimiterName, type LineEndingName } from './csv-dialect.ts'
import { csvLine, csvLines, javaDouble, type CsvColumn } from './csv.ts'
import { CsvError, readCsv } from './read-csv.ts'

const plain = csvDialect('COMMA', 'LF')
const delimiters: DelimiterName[] = ['BACKQUOTE', 'CARET', 'COMMA', 'PIPE', 'SEMICOLON', 'TAB']
const endings: LineEndingName[] = ['LF', 'CRLF']
const cell = string({ unit: constantFrom('a', ' ', '"', ',', ';', '|', '\t', '\n', '\r', '😀', 'ß', '`', '^') })

describe('csvLines', () => {
  const columns: CsvColumn<Row>[] = [
    { path: 'Name', type: 'string', read: (row) => row.Name ?? null },
    { path: 'IsDeleted', type: 'boolean', read: (row) => row.IsDeleted ?? null },
    { path: 'NumberOfEmployees', type: 'int', read: (row) => row.NumberOfEmployees ?? null },
    { path: 'AnnualRevenue', type: 'currency', read: (row) => row.AnnualRevenue ?? null },
    { path: 'CreatedDate', type: 'datetime', read: (row) => row.CreatedDate ?? null },
  ]
  const write = (row: Row) => [...csvLines(columns, [row], plain)][1]

  it('begins with the names of the columns', () => {
    expect([...csvLines(columns, [], plain)]).toEqual(['"Name","IsDeleted","NumberOfEmployees","AnnualRevenue","CreatedDate"\n'])
  })

  it('quotes every value and doubles quotes', () => {
    const row = { Name: 'The "Rhombus"\nGroup, Inc.', IsDeleted: false, NumberOfEmployees: 42, AnnualRevenue: 912_260_031 }
    expect(write({ ...row, CreatedDate: '2006-04-15T03:23:15.000Z' })).toBe(
      '"The ""Rhombus""\nGroup, Inc.","false","42","9.12260031E8","2006-04-15T03:23:15.000Z"\n',
    )
  })

  it('writes null as an empty quoted value', () => {
    expect(write({})).toBe('"","","","",""\n')
  })
})

describe('javaDouble', () => {
  it.each([
    [0, '0.0'],
    [-0, '0.0'],
    [100, '100.0'],
    [-15_000, '-15000.0'],
    [1250000.5, '1250000.5'],
    [9_999_999, '9999999.0'],
    [10_000_000, '1.0E7'],
    [139_000_000, '1.39E8'],
    [912_260_031, '9.12260031E8'],
    [0.001, '0.001'],
    [0.00025, '2.5E-4'],
  ])('writes %d as %s', (number, text) => {
    expect(javaDouble(number)).toBe(text)
  })

  it('loses no digit', () => {
    const numbers = double({ noNaN: true, noDefaultInfinity: true })
    assert(
      property(numbers, (number) => {
        expect(Number(javaDouble(number)) === number).toBe(true)
      }),
    )
  })
})

describe('readCsv', () => {
  it('reads what csvLine writes, in every dialect', () => {
    assert(
      property(
        array(array(cell, { minLength: 1 }), { minLength: 1 }),
        constantFrom(...delimiters),
        constantFrom(...endings),
        (records, delimiter, ending) => {
          const dialect = csvDialect(delimiter, ending)
          expect([...readCsv(records.map((record) => csvLine(record, dialect)).join(''), dialect)]).toEqual(records)
        },
      ),
    )
  })

  it('reads bare values as they stand, spaces included', () => {
    expect([...readCsv('Id,Name\n001, Anvil \n002,', plain)]).toEqual([
      ['Id', 'Name'],
      ['001', ' Anvil '],
      ['002', ''],
    ])
  })

  it('leaves a byte order mark on the first header, as Salesforce does', () => {
    expect([...readCsv('\uFEFFId\n', plain)]).toEqual([['\uFEFFId']])
  })

  it.each(['a, "b"\n', 'a,b"c\n', '"a"b,c\n', '"never closed\n'])('refuses %j', (text) => {
    expect(() => [...readCsv(text, plain)]).toThrow(CsvError)
  })

  it('refuses line endings other than those agreed on', () => {
    expect(() => [...readCsv('Id\r\n001\r\n', plain)]).toThrow('Current LineEnding setting is LF')
    expect(() => [...readCsv('Id\n001\n', csvDialect('COMMA', 'CRLF'))]).toThrow('Current LineEnding setting is CRLF')
  })

  const recording = new URL('../../../../../shared/data/salesforce/bulk2/dataloader_account_export_sample.csv', import.meta.url)
  it.skipIf(!existsSync(recording))(
    'reads and writes a recorded export to the byte (skipped where recordings are missing)',
    () => {
      const text = readFileSync(recording, 'utf8')
      const dialect = csvDialect('COMMA', text.includes('"\r\n"') ? 'CRLF' : 'LF')
      const records = [...readCsv(text, dialect)]
      expect(records.length).toBeGreaterThan(1)
      expect(new Set(records.map((record) => record.length)).size).toBe(1)
      expect(
        records
          .map((record) => csvLine(record, dialect))
          .join('')
          .trimEnd(),
      ).toBe(text.trimEnd())
    },
  )
})
