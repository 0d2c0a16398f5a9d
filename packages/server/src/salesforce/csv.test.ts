import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRecord } from './parse-records.ts'
import { cutRecords } from './record-cutter.ts'
import { recordTexts } from './record-texts.ts'

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'ß', '漢', '🙂', '"', ',', '\n', '\r\n', '\r', ' ', '#', '\uFEFF') }),
  fc.string({ unit: 'grapheme' }),
)
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }))
const lineEnd = fc.constantFrom('\n', '\r\n')

describe('reading CSV', () => {
  it('gives back the rows, however the bytes are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(table, lineEnd, fc.boolean(), fc.integer({ min: 1, max: 40 }), async (rows, end, closed, chunk) => {
        const text = rows.map(quotedRow).join(end) + (closed ? end : '')
        expect(await read(text, { chunk, width: rows[0]?.length ?? 0 })).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('gives back the rows where only the cells that need quotes have them', async () => {
    await fc.assert(
      fc.asyncProperty(table, lineEnd, fc.integer({ min: 1, max: 40 }), async (rows, end, chunk) => {
        const text = rows.map((row) => row.map(quotedWhereNeeded).join(',') + end).join('')
        expect(await read(text, { chunk, width: rows[0]?.length ?? 0 })).toEqual(rows)
      }),
      { numRuns: 500 },
    )
  })

  it('cuts between records only, and loses no byte', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 200 }), async (rows, chunk, bytes) => {
        const text = rows.map((row) => `${quotedRow(row)}\n`).join('')
        const blocks = await collect(cutRecords(chunksOf(text, chunk), bytes))
        expect(Buffer.concat(blocks).toString()).toBe(text)
        for (const block of blocks) expect(recordsIn(block, rows[0]?.length ?? 0).length).toBeGreaterThan(0)
      }),
    )
  })

  it('does not hold more than a block and a chunk', async () => {
    const line = `${quotedRow(['001', 'x'.repeat(95)])}\n`
    const blocks = await collect(cutRecords(chunksOf(line.repeat(100), 50), 1000))
    expect(Math.max(...blocks.map((block) => block.length))).toBeLessThan(1000 + line.length + 50)
  })
})

describe('text that is no CSV', () => {
  it.each([
    ['a record with too few cells', '"a","b"\n"c"\n', 'a record has 1 cells where 2 belong'],
    ['a record with too many cells', '"a","b"\n"c","d","e"\n', 'a record has 3 cells where 2 belong'],
    ['text after a closing quote', '"a"x,"b"\n', 'a cell goes on after its closing quote'],
    ['a quote that does not close', '"a","b\n', 'a quoted cell does not end'],
  ])('refuses %s', (_, text, message) => {
    expect(() => recordsIn(Buffer.from(text), 2)).toThrow(message)
  })

  it('calls a stream that ends within quotes cut', async () => {
    await expect(collect(cutRecords(chunksOf('"a","b\n', 3)))).rejects.toThrow('ended within a record')
  })
})

function quotedRow(row: readonly string[]): string {
  return row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')
}

function quotedWhereNeeded(value: string): string {
  return value === '' || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

async function* chunksOf(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text)
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function read(text: string, { chunk, width }: { chunk: number; width: number }): Promise<string[][]> {
  const rows: string[][] = []
  for await (const block of cutRecords(chunksOf(text, chunk), 30)) {
    rows.push(...recordsIn(block, width))
  }
  return rows
}

function recordsIn(block: Buffer, width: number): string[][] {
  return Array.from(recordTexts(block), (text) => parseRecord(text, width))
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = []
  for await (const item of items) collected.push(item)
  return collected
}
