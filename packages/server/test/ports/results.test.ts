import { type SkipReason, recordOutcomes } from '@pryzm/salesforce-sdk/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CauseTally, type NewResult, type ResultQuery, type Store } from '../../src/engine/ports/index.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'
import { accountId, newResult, noCounts, openStore, startPull } from '../support/store.ts'

const reasons = ['too_long', 'option_mismatch', 'related_not_linked'] as const satisfies SkipReason[]
const skip = (reason: SkipReason, dropped: unknown = 'x') => ({ attribute: 'website', reason, sentence: 'No.', dropped })

describe.each(databases)('results on $name', ({ open, embedded }) => {
  let sql: Sql
  let store: Store
  beforeAll(async () => {
    sql = await open()
    ;({ store } = await openStore(sql))
  })
  afterAll(() => sql.close())

  /** A job with these results, written in blocks of some size as a pull writes them. */
  async function jobWith(results: readonly NewResult[], blockSize = 1000): Promise<string> {
    const pull = await startPull(store)
    await store.pulls.page(pull, async (page) => {
      const tally = new CauseTally()
      const told = results.map((result) => ({ ...result, causes: tally.add(result) }))
      for (let start = 0; start < told.length; start += blockSize)
        await page.addResults(start, told.slice(start, start + blockSize))
      return { counts: noCounts, skipReasons: new Map(), causes: tally.added, progress: {} }
    })
    return pull.jobId
  }

  /** Every result that the filter lets through, read page by page. */
  async function read(jobId: string, filter: Partial<ResultQuery> = {}): Promise<number[]> {
    const found: number[] = []
    let cursor: string | null = null
    do {
      const page = await store.jobs.results({ ...everything, jobId, ...filter, cursor })
      found.push(...page.items.map(({ seq }) => seq))
      cursor = page.next
    } while (cursor !== null)
    return found
  }

  it('come back as they were written, hostile text included', async () => {
    const hostile = 'tab\t line\nbreak \\N "quote" 🏔️ \u2028 end'
    const results = [
      newResult(1, {
        name: hostile,
        reason: { code: 'x', sentence: hostile },
        skips: [skip('too_long', { deep: [hostile, null] })],
      }),
      newResult(2, { name: null, recordId: null, salesforceId: null, outcome: 'failed', syncedFields: 0 }),
      newResult(3, { skips: [skip('too_long', 'a\0b'), skip('too_long', '\ud800 half')], writeBack: true }),
    ]
    const jobId = await jobWith(results)
    const { items } = await store.jobs.results({ ...everything, jobId })
    expect(items).toEqual(results.map((result, seq) => ({ writeBack: false, ...result, seq })))
    expect(await store.jobs.result(jobId, 2)).toEqual(items[2])
    expect(await store.jobs.result(jobId, 3)).toBeNull()
    expect(await store.jobs.results({ ...everything, jobId: 'no such job' })).toEqual({ items: [], next: null })
  })

  it('keep a name that holds NUL readable, though Postgres cannot hold it', async () => {
    const jobId = await jobWith([newResult(1, { name: 'a\0b' })])
    expect(await store.jobs.result(jobId, 0)).toMatchObject({ name: 'a\uFFFDb' })
    expect(await read(jobId, { search: 'a' })).toEqual([0])
  })

  it('are searched by part of a name, in any case and composition, and by whole ids', async () => {
    const results = [
      newResult(1, { name: 'Ærø Straßen ÉTÉ' }),
      newResult(2, { name: 'Two\nlines' }),
      newResult(3, { name: '100 % _wool_' }),
    ]
    const jobId = await jobWith(results)
    const search = (text: string) => read(jobId, { search: text })
    expect(await search('ærø')).toEqual([0])
    expect(await search('e\u0301te\u0301')).toEqual([0])
    expect(await search('two lines')).toEqual([1])
    expect(await search('% _')).toEqual([2])
    expect(await search('nobody')).toEqual([])
    expect(await search(accountId(2))).toEqual([1])
    expect(await search(accountId(2).slice(0, 15))).toEqual([1])
    expect(await search(accountId(2).slice(0, 14))).toEqual([])
    expect(await search(results[2]!.recordId!.toUpperCase())).toEqual([2])
    expect(await search(results[2]!.recordId!.slice(0, 30))).toEqual([])
  })

  it('refuse a cursor that is not theirs', async () => {
    const jobId = await jobWith([])
    await expect(store.jobs.results({ ...everything, jobId, cursor: 'x' })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await store.jobs.results({ ...everything, jobId, cursor: '999999999999999' })).toEqual({ items: [], next: null })
  })

  it('name the Salesforce ids that failed', async () => {
    const failed = (number: number) => newResult(number, { outcome: 'failed' })
    const jobId = await jobWith([newResult(1), failed(2), failed(3), { ...failed(4), salesforceId: null }])
    expect(await store.jobs.salesforceIds(jobId, { outcome: 'failed', reason: null, cause: null })).toEqual([
      accountId(2),
      accountId(3),
    ])
  })

  it('are found by their cause, alone and with other filters, in whatever block they stand', async () => {
    const blank = { attribute: 'phone', reason: 'option_mismatch' as const, sentence: 'Other.', dropped: null }
    const kinds = [
      {},
      { skips: [skip('option_mismatch')], outcome: 'updated' as const },
      { skips: [skip('option_mismatch'), blank], outcome: 'created' as const },
      { outcome: 'failed' as const, reason: { code: 'rejected_by_pryzm', sentence: 'Taken.' } },
    ]
    const results = Array.from({ length: 1400 }, (_, seq) => newResult(seq, kinds[seq < 1390 ? seq % 2 : 2 + (seq % 2)]))
    const jobId = await jobWith(results, 700)
    const odd = results.flatMap((_, seq) => (seq < 1390 && seq % 2 === 1 ? [seq] : []))
    const even = [1390, 1392, 1394, 1396, 1398]
    expect(await read(jobId, { cause: 1 })).toEqual([...odd, ...even])
    expect(await read(jobId, { cause: 1, outcome: 'created' })).toEqual(even)
    expect(await read(jobId, { cause: 2 })).toEqual(even)
    expect(await read(jobId, { cause: 3 })).toEqual([1391, 1393, 1395, 1397, 1399])
    expect(await read(jobId, { cause: 3, outcome: 'created' })).toEqual([])
    expect(await read(jobId, { cause: 99 })).toEqual([])
    const everySecond = { outcome: null, reason: null, cause: 2 }
    expect(await store.jobs.salesforceIds(jobId, everySecond)).toEqual(even.map(accountId))
  })

  it('that are erased take a cause along that they alone had, with the value in its sentence', async () => {
    const odd = { ...skip('option_mismatch'), sentence: '"Ada\'s own" matches no option.' }
    const results = [newResult(1, { skips: [odd] }), newResult(2, { skips: [skip('option_mismatch')] })]
    const pull = await startPull(store)
    await store.pulls.page(pull, async (page) => {
      const tally = new CauseTally()
      await page.addResults(
        0,
        results.map((result) => ({ ...result, causes: tally.add(result) })),
      )
      return { counts: noCounts, skipReasons: new Map(), causes: tally.added, progress: {} }
    })
    const { workspace } = pull.scope
    await store.erasure.forget(workspace, 'organization', results[0]!.recordId!)
    const causes = (await store.jobs.get(workspace, pull.jobId))?.causes
    expect(causes?.map(({ no, sentence, records }) => [no, sentence, records])).toEqual([
      [1, null, 0],
      [2, 'No.', 1],
    ])
    expect(await read(pull.jobId, { cause: 1 })).toEqual([])
    expect(await read(pull.jobId, { cause: 2 })).toEqual([1])
  })

  it('begin with a record that is named by its position or an id of either side', async () => {
    const results = Array.from({ length: 1200 }, (_, seq) => newResult(seq, { outcome: seq % 100 === 0 ? 'failed' : 'updated' }))
    const jobId = await jobWith(results)
    const first = async (filter: Partial<ResultQuery>) => (await read(jobId, filter))[0]
    expect(await first({ from: '700' })).toBe(700)
    expect(await first({ from: accountId(701) })).toBe(701)
    expect(await first({ from: results[702]!.recordId! })).toBe(702)
    expect(await first({ from: accountId(701), outcome: 'failed' })).toBe(800)
    expect(await first({ from: accountId(9999) })).toBe(0)
    expect(await first({ from: 'nobody' })).toBe(0)
  })

  it('are found by every filter exactly as a look at each of them would', { timeout: 240_000 }, async () => {
    const oneResult = fc.record({
      outcome: fc.constantFrom(...recordOutcomes),
      name: fc.option(fc.constantFrom('Acme', 'ACME Ltd', 'Globex', 'Initech', 'Ünited')),
      skips: fc.subarray([...reasons], { minLength: 0 }).map((chosen) => chosen.map((reason) => skip(reason))),
    })
    const filter = fc.record({
      outcome: fc.option(fc.constantFrom(...recordOutcomes)),
      reason: fc.option(fc.constantFrom(...reasons)),
      withSkippedFields: fc.boolean(),
      search: fc.option(fc.constantFrom('acme', 'ltd', 'ü', 'tech', 'nobody', accountId(7))),
      limit: fc.integer({ min: 1, max: 400 }),
      cause: fc.constant(null),
      from: fc.constant(null),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(oneResult, { minLength: 0, maxLength: 30 }),
        fc.integer({ min: 1, max: 1200 }),
        fc.integer({ min: 1, max: 700 }),
        fc.array(filter, { minLength: 1, maxLength: 6 }),
        async (kinds, repeat, blockSize, filters) => {
          // A few kinds of result over and over, so that there are blocks with and without each.
          const size = kinds.length === 0 ? 0 : repeat
          const results = Array.from({ length: size }, (_, seq) => newResult(seq, kinds[Math.floor(seq / 40) % kinds.length]))
          const jobId = await jobWith(results, blockSize)
          for (const each of filters) {
            const expected = results.flatMap((result, seq) => (passes(result, each) ? [seq] : []))
            expect(await read(jobId, each)).toEqual(expected)
          }
        },
      ),
      { numRuns: embedded ? 25 : 60 },
    )
  })
})

const everything: Omit<ResultQuery, 'jobId'> = {
  cursor: null,
  limit: 100,
  outcome: null,
  reason: null,
  withSkippedFields: false,
  cause: null,
  from: null,
  search: null,
}

function passes(result: NewResult, filter: Omit<ResultQuery, 'jobId' | 'cursor'>): boolean {
  const { outcome, name, skips, salesforceId } = result
  const synced = outcome === 'created' || outcome === 'updated' || outcome === 'unchanged'
  return (
    (filter.outcome === null || outcome === filter.outcome) &&
    (filter.reason === null || skips.some(({ reason }) => reason === filter.reason)) &&
    (!filter.withSkippedFields || (synced && skips.length > 0)) &&
    (filter.search === null || (name ?? '').toLowerCase().includes(filter.search) || salesforceId === filter.search)
  )
}
