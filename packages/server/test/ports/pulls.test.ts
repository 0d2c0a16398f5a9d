import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  CauseTally,
  JobTakenOver,
  type Link,
  type NewResult,
  type PageOutcome,
  type PullPage,
  type Store,
} from '../../src/engine/ports/index.ts'
import type { Sql } from '../../src/postgres/sql/sql.ts'
import { databases } from '../support/databases.ts'
import { accountId, newLink, newResult, noCounts, openStore, startPull, type standingClock } from '../support/store.ts'

type Pull = Awaited<ReturnType<typeof startPull>>

const notLinked = (attribute: string) => ({
  attribute,
  reason: 'related_not_linked' as const,
  sentence: 'Not linked.',
  dropped: accountId(99),
})

describe.each(databases)('pulls on $name', ({ open }) => {
  let sql: Sql
  let store: Store
  let clock: ReturnType<typeof standingClock>
  beforeAll(async () => {
    sql = await open()
    ;({ store, clock } = await openStore(sql))
  })
  afterAll(() => sql.close())

  /** Writes links and results as one page, matching first as a pull does. */
  function writePage(pull: Pull, links: readonly Link[], results: readonly NewResult[] = [], changes: Partial<PageOutcome> = {}) {
    return store.pulls.page(pull, async (page) => {
      await page.match(links.map(({ salesforceId }) => ({ salesforceId, pryzmId: null })))
      await page.putLinks(links)
      await page.addResults(0, results)
      return { ...nothing, ...changes }
    })
  }

  describe('a page', () => {
    it('adds its counts, its skip reasons and its checkpoint to the job', async () => {
      const pull = await startPull(store)
      const page = (pagesDone: number, locator: string | null): Partial<PageOutcome> => ({
        counts: { ...noCounts, processed: 2, created: 1, failed: 1, withSkippedFields: 1, skippedFields: 3 },
        skipReasons: new Map([
          ['too_long', 2],
          ['option_mismatch', pagesDone],
        ]),
        progress: { pagesDone, locator, rowsRead: pagesDone * 2 },
      })
      expect(await writePage(pull, [], [], page(1, 'L2'))).toEqual({
        ...noCounts,
        processed: 2,
        created: 1,
        failed: 1,
        withSkippedFields: 1,
        skippedFields: 3,
      })
      expect(await writePage(pull, [], [], page(2, null))).toMatchObject({
        processed: 4,
        created: 2,
        failed: 2,
        skippedFields: 6,
      })
      const job = await store.jobs.get(pull.scope.workspace, pull.jobId)
      expect(job?.progress).toMatchObject({ pagesDone: 2, locator: null, rowsRead: 4 })
      expect(await store.jobs.skipReasons(pull.jobId)).toEqual([
        { reason: 'too_long', fields: 4 },
        { reason: 'option_mismatch', fields: 3 },
      ])
    })

    it('tells how fast the job goes and how long it will take', async () => {
      const pull = await startPull(store)
      await store.jobs.change(pull.jobId, { total: 1000, startedAt: clock.now() })
      clock.move(2000)
      await writePage(pull, [], [], { counts: { ...noCounts, processed: 200 } })
      expect(await store.jobs.get(pull.scope.workspace, pull.jobId)).toMatchObject({ rate: 100, secondsLeft: 8 })
      clock.move(1000)
      await writePage(pull, [], [], { counts: { ...noCounts, processed: 200 } })
      expect(await store.jobs.get(pull.scope.workspace, pull.jobId)).toMatchObject({ rate: 140, secondsLeft: 5 })
      await store.jobs.change(pull.jobId, { state: 'succeeded' })
      expect(await store.jobs.get(pull.scope.workspace, pull.jobId)).toMatchObject({ rate: null, secondsLeft: null })
    })

    it('leaves nothing behind when its work fails', async () => {
      const pull = await startPull(store)
      const failed = store.pulls.page(pull, async (page) => {
        await page.match([{ salesforceId: accountId(1), pryzmId: null }])
        await page.putLinks([newLink(1)])
        await page.addResults(0, [newResult(1)])
        await page.transaction.query('create table written_by_records (id int)')
        throw new Error('killed')
      })
      await expect(failed).rejects.toThrow('killed')
      expect(await store.links.countLinked(pull.scope)).toBe(0)
      expect((await allResults(pull)).items).toEqual([])
      expect(await sql.query(`select to_regclass('written_by_records')::text as found`)).toEqual([{ found: null }])
      expect((await store.jobs.get(pull.scope.workspace, pull.jobId))?.progress.pagesDone).toBe(0)
    })

    it('of a worker that another one has overtaken writes nothing', async () => {
      const pull = await startPull(store)
      const first = { counts: { ...noCounts, processed: 1 }, progress: { pagesDone: 1, locator: 'L2' } }
      await writePage(pull, [newLink(1)], [newResult(1)], first)
      await expect(writePage(pull, [newLink(2)], [], first)).rejects.toThrow(JobTakenOver)
      expect(await store.links.countLinked(pull.scope)).toBe(1)
      expect((await store.jobs.get(pull.scope.workspace, pull.jobId))?.counts.processed).toBe(1)
    })

    it('may be under way while the one before it has not committed yet', async () => {
      const pull = await startPull(store)
      const plan = { attributes: [{ name: 'name', label: 'Name' }], fields: [], leftOut: [] }
      await store.jobs.change(pull.jobId, { plan })
      const page = (number: number, before?: Promise<unknown>) =>
        store.pulls.page(pull, async (writes) => {
          await writes.match([{ salesforceId: accountId(number), pryzmId: null }])
          await writes.putLinks([newLink(number)])
          await writes.addResults(number, [newResult(number)])
          await before
          return { counts: { ...noCounts, processed: 1 }, skipReasons: new Map(), causes: [], progress: { pagesDone: number } }
        })
      const first = page(1)
      const second = page(2, first)
      expect(await Promise.all([first, second, page(3, second)])).toMatchObject([
        { processed: 1 },
        { processed: 2 },
        { processed: 3 },
      ])
      expect(await store.links.countLinked(pull.scope)).toBe(3)
    })

    it('goes through the merge when somebody else has just written a link of it', async () => {
      const pull = await startPull(store)
      const link = newLink(1, { revision: '5' })
      let tries = 0
      await store.pulls.page(pull, async (page) => {
        tries++
        await page.match([{ salesforceId: link.salesforceId, pryzmId: null }])
        // Stands for a push that committed after the match.
        if (tries === 1)
          await page.transaction.query(
            `insert into pryzm_salesforce.links select no, $2, $3, 0, null, null, '1', '', 0, null
          from pryzm_salesforce.link_scopes where workspace = $1`,
            [pull.scope.workspace, link.salesforceId, link.recordId],
          )
        await page.putLinks([link])
        return nothing
      })
      expect(tries).toBe(2)
      expect(await store.links.bySalesforceId(pull.scope, link.salesforceId)).toEqual(link)
    })

    it('keeps the last of a Salesforce record that comes twice, within a block and across blocks', async () => {
      const pull = await startPull(store)
      const recordId = randomUUID()
      await store.pulls.page(pull, async (page) => {
        await page.match([{ salesforceId: accountId(1), pryzmId: null }])
        await page.putLinks([newLink(1, { recordId, hash: '01' }), newLink(1, { recordId, hash: '02' })])
        await page.match([{ salesforceId: accountId(1), pryzmId: null }])
        await page.putLinks([newLink(1, { recordId, hash: '03' })])
        return nothing
      })
      expect(await store.links.bySalesforceId(pull.scope, accountId(1))).toMatchObject({ recordId, hash: '03' })
      expect(await store.links.countLinked(pull.scope)).toBe(1)
    })

    it('moves a live link from a merged record to the one that won', async () => {
      const pull = await startPull(store)
      const loser = newLink(1)
      await writePage(pull, [loser])
      await writePage(pull, [newLink(2, { recordId: loser.recordId }), { ...loser, state: 'deleted_in_salesforce' }])
      expect(await store.links.byRecord(pull.scope, loser.recordId)).toMatchObject({ salesforceId: accountId(2) })
    })
  })

  describe('matching', () => {
    it('finds the link of each row, and who holds the record that its Pryzm_ID__c names', async () => {
      const pull = await startPull(store)
      const [one, two, gone] = [newLink(1), newLink(2), newLink(3, { state: 'deleted_in_salesforce' })]
      await writePage(pull, [one, two, gone])
      const matches = await matched(pull, [
        { salesforceId: accountId(1), pryzmId: null },
        { salesforceId: accountId(9), pryzmId: two.recordId },
        { salesforceId: accountId(2), pryzmId: two.recordId },
        { salesforceId: accountId(1), pryzmId: two.recordId },
        { salesforceId: accountId(3), pryzmId: one.recordId },
        { salesforceId: accountId(8), pryzmId: randomUUID() },
        { salesforceId: accountId(7), pryzmId: gone.recordId },
      ])
      expect(matches).toEqual([
        { link: one, otherLink: null },
        { link: null, otherLink: two },
        { link: two, otherLink: null },
        { link: one, otherLink: null },
        { link: gone, otherLink: one },
        { link: null, otherLink: null },
        { link: null, otherLink: null },
      ])
      expect(await matched(pull, [])).toEqual([])
    })

    it('looks at its own workspace, org and record type alone', async () => {
      const [mine, theirs] = [await startPull(store), await startPull(store)]
      const link = newLink(1)
      await writePage(theirs, [link])
      expect(await matched(mine, [{ salesforceId: accountId(1), pryzmId: link.recordId }])).toEqual([
        { link: null, otherLink: null },
      ])
    })

    it('finds the records that relations point at, of any object', async () => {
      const pull = await startPull(store)
      const account = newLink(1)
      await writePage(pull, [account, newLink(2, { state: 'deleted_in_pryzm' })])
      const person = newLink(3)
      await store.links.put({ ...pull.scope, object: 'Contact', recordType: 'person' }, person)
      const found = await inPage(pull, async (page) => [
        [...(await page.targets('Account', [accountId(1), accountId(1), accountId(2), accountId(3)]))],
        [...(await page.targets('Contact', [accountId(3)]))],
        [...(await page.targets('Opportunity', [accountId(3)]))],
        [...(await page.targets('Account', []))],
      ])
      expect(found).toEqual([[[accountId(1), account.recordId]], [[accountId(3), person.recordId]], [], []])
    })

    it('knows the ids of records that are or were linked in the workspace, whatever their record type', async () => {
      const [pull, theirs] = [await startPull(store), await startPull(store)]
      const [mine, gone, elsewhere, foreign] = [newLink(1), newLink(2, { state: 'deleted_in_pryzm' }), newLink(3), newLink(4)]
      await writePage(pull, [mine, gone])
      await writePage(theirs, [foreign])
      await store.links.put({ ...pull.scope, recordType: 'pipeline:other' }, elsewhere)
      const ids = [mine, gone, elsewhere, foreign, newLink(5)].map(({ recordId }) => recordId)
      const own = await inPage(pull, (page) => page.ownIds([...ids, ...ids]))
      expect(own).toEqual(new Set(ids.slice(0, 3)))
      expect(await inPage(pull, (page) => page.ownIds([]))).toEqual(new Set())
    })

    it('knows which rows the job has a result for already', async () => {
      const [pull, other] = [await startPull(store), await startPull(store)]
      await writePage(pull, [], [newResult(1), newResult(2)])
      await writePage(other, [], [newResult(3)])
      const done = await inPage(pull, (page) => page.alreadyDone([accountId(2), accountId(3), accountId(4)]))
      expect([...done]).toEqual([accountId(2)])
    })
  })

  describe('pending relations', () => {
    it('are resolved once their target is linked, which mends the result and the counts', async () => {
      const pull = await startPull(store)
      const child = newLink(1)
      const skips = [notLinked('parent'), { attribute: 'phone', reason: 'too_long' as const, sentence: 'Long.', dropped: '1' }]
      const counts = { ...noCounts, processed: 2, created: 2, withSkippedFields: 2, skippedFields: 3 }
      const tally = new CauseTally()
      const told = (result: NewResult) => ({ ...result, causes: tally.add(result) })
      await store.pulls.page(pull, async (page) => {
        await page.match([{ salesforceId: child.salesforceId, pryzmId: null }])
        await page.putLinks([child])
        await page.addPending([relation(child, 'parent', 99, 0), relation(child, 'owner_org', 98, 1)])
        await page.addResults(0, [told(newResult(1, { skips })), told(newResult(2, { skips: [notLinked('owner_org')] }))])
        return {
          ...nothing,
          counts,
          causes: tally.added,
          skipReasons: new Map([
            ['related_not_linked', 2],
            ['too_long', 1],
          ]),
        }
      })
      expect(await store.pulls.resolvable(pull, 10)).toEqual([])
      expect(await store.pulls.pendingIds(pull)).toEqual([child.salesforceId])

      const [parent, owner] = [newLink(99), newLink(98)]
      await writePage(pull, [parent, owner])
      const found = await store.pulls.resolvable(pull, 10)
      expect(found.toSorted((a, b) => a.seq - b.seq)).toEqual([
        { ...relation(child, 'parent', 99, 0), targetRecordId: parent.recordId },
        { ...relation(child, 'owner_org', 98, 1), targetRecordId: owner.recordId },
      ])
      expect(await store.pulls.resolvable(pull, 1)).toHaveLength(1)
      expect(await store.pulls.settle(pull, found)).toEqual({ ...counts, withSkippedFields: 1, skippedFields: 1 })
      expect(await store.pulls.resolvable(pull, 10)).toEqual([])
      expect((await allResults(pull)).items.map(({ skips: left, syncedFields }) => ({ left, syncedFields }))).toEqual([
        { left: [skips[1]], syncedFields: 4 },
        { left: [], syncedFields: 4 },
      ])
      expect(await store.jobs.skipReasons(pull.jobId)).toEqual([{ reason: 'too_long', fields: 1 }])
      const causes = (await store.jobs.get(pull.scope.workspace, pull.jobId))?.causes
      expect(causes?.map(({ attribute, code, records }) => [attribute, code, records])).toEqual([
        ['parent', 'related_not_linked', 0],
        ['phone', 'too_long', 1],
        ['owner_org', 'related_not_linked', 0],
      ])
      expect(await store.pulls.settle(pull, found)).toMatchObject({ skippedFields: 1 })
    })

    it('outlive their job, whose results then stay as they were', async () => {
      const pull = await startPull(store)
      const child = newLink(1)
      await store.pulls.page(pull, async (page) => {
        await page.putLinks([child])
        await page.addPending([relation(child, 'parent', 99, 0)])
        await page.addResults(0, [newResult(1, { skips: [notLinked('parent')] })])
        return { ...nothing, counts: { ...noCounts, processed: 1, withSkippedFields: 1, skippedFields: 1 } }
      })
      await store.runs.finish(pull.runId, 'succeeded', clock.now())
      const next = await startPull(store, pull.scope.workspace)
      await writePage(next, [newLink(99)])
      const found = await store.pulls.resolvable(next, 10)
      expect(found).toHaveLength(1)
      expect(await store.pulls.settle(next, found)).toEqual(noCounts)
      expect((await allResults(pull)).items[0]?.skips).toHaveLength(1)
      expect(await store.pulls.resolvable(next, 10)).toEqual([])
    })

    it('are forgotten when newer values of their record are applied, by a pull or a push', async () => {
      const pull = await startPull(store)
      const [byPull, byPush, kept] = [newLink(1), newLink(2), newLink(3)]
      await store.pulls.page(pull, async (page) => {
        await page.putLinks([byPull, byPush, kept])
        await page.addPending([byPull, byPush, kept].map((link, seq) => relation(link, 'parent', 99, seq)))
        return nothing
      })
      await store.runs.finish(pull.runId, 'succeeded', clock.now())
      const next = await startPull(store, pull.scope.workspace)
      await writePage(next, [byPull, newLink(99)])
      await store.links.put(next.scope, byPush)
      expect((await store.pulls.resolvable(next, 10)).map(({ recordId }) => recordId)).toEqual([kept.recordId])
    })
  })

  describe('write-back', () => {
    it('sends what results name as due, upload by upload, and is done for all links then', async () => {
      const pull = await startPull(store)
      const links = Array.from({ length: 5 }, (_, number) => newLink(number, { writeBack: 'due' }))
      const due = (number: number) => newResult(number, { recordId: links[number]!.recordId, writeBack: true })
      await writePage(pull, links, [due(0), newResult(9), due(1), due(2), due(3), due(4)])
      const upload = async (limit = 3) => {
        const rows = []
        for await (const row of store.pulls.toWriteBack(pull, limit)) rows.push(row)
        return rows.map(({ salesforceId }) => salesforceId)
      }
      const states = async () =>
        (
          await matched(
            pull,
            links.map(({ salesforceId }) => ({ salesforceId, pryzmId: null })),
          )
        ).map(({ link }) => link?.writeBack)

      expect(await upload(1)).toEqual([accountId(0)])
      expect(await store.pulls.countToWriteBack(pull, 3)).toBe(3)
      expect(await upload()).toEqual([accountId(0), accountId(1), accountId(2)])
      expect(await upload()).toEqual([accountId(0), accountId(1), accountId(2)])
      const reason = { code: 'write_back_refused', sentence: 'Locked.' }
      await store.pulls.writtenBack(pull, 3, [{ salesforceId: accountId(1), reason }])
      expect(await upload()).toEqual([accountId(3), accountId(4)])
      expect(await store.pulls.countToWriteBack(pull, 3)).toBe(2)
      await store.pulls.writtenBack(pull, 3, [])
      expect(await upload()).toEqual([])
      expect(await states()).toEqual(['done', 'refused', 'done', 'done', 'done'])
      expect((await allResults(pull)).items.map((result) => result.reason)).toEqual([null, null, reason, null, null, null])
      expect(await store.links.bySalesforceId(pull.scope, accountId(0))).toMatchObject({ writeBack: 'done' })
    })

    it('that was cut off leaves its links due, until a later job has sent them', async () => {
      const pull = await startPull(store)
      const link = newLink(1, { writeBack: 'due' })
      const result = newResult(1, { recordId: link.recordId, writeBack: true })
      await writePage(pull, [link], [result])
      await store.runs.finish(pull.runId, 'canceled', clock.now())
      const next = await startPull(store, pull.scope.workspace)
      expect(await matched(next, [{ salesforceId: link.salesforceId, pryzmId: null }])).toMatchObject([
        { link: { writeBack: 'due' } },
      ])
      await writePage(next, [], [result])
      await store.pulls.writtenBack(next, 10, [])
      expect(await matched(next, [{ salesforceId: link.salesforceId, pryzmId: null }])).toMatchObject([
        { link: { writeBack: 'done' } },
      ])
    })
  })

  it('remember how far they have come', async () => {
    const { scope } = await startPull(store)
    expect(await store.pulls.watermark(scope)).toBeNull()
    const watermark = { at: new Date('2026-03-04T09:00:00.000Z'), userId: '005A', planHash: 'p1', failedIds: [accountId(1)] }
    await store.pulls.putWatermark(scope, watermark)
    expect(await store.pulls.watermark(scope)).toEqual(watermark)
    await store.pulls.putWatermark(scope, { ...watermark, failedIds: [] })
    expect(await store.pulls.watermark(scope)).toEqual({ ...watermark, failedIds: [] })
    expect(await store.pulls.watermark({ ...scope, recordType: 'person' })).toBeNull()
  })

  async function inPage<Answer>(pull: Pull, ask: (page: PullPage) => Promise<Answer>): Promise<Answer> {
    let answer: Answer | undefined
    await store.pulls.page(pull, async (page) => {
      answer = await ask(page)
      return nothing
    })
    return answer as Answer
  }

  function matched(pull: Pull, keys: Parameters<PullPage['match']>[0]) {
    return inPage(pull, (page) => page.match(keys))
  }

  function allResults({ jobId }: Pull) {
    return store.jobs.results({
      jobId,
      cursor: null,
      limit: 100,
      outcome: null,
      reason: null,
      withSkippedFields: false,
      cause: null,
      from: null,
      search: null,
    })
  }
})

const nothing: PageOutcome = { counts: noCounts, skipReasons: new Map(), causes: [], progress: {} }

function relation({ recordId }: Link, attribute: string, target: number, seq: number) {
  return { recordId, attribute, targetObject: 'Account' as const, targetSalesforceId: accountId(target), seq }
}
