import { expect } from 'vitest'
import { bulkJobs, json, refusalOf } from './bulk-jobs.ts'
import { onEmulator } from './scenario.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const now = new Date('2026-07-01T08:00:30Z')

function span(kind: 'updated' | 'deleted', from: number, to: number): string {
  const moment = (before: number) => new Date(now.getTime() - before).toISOString()
  return `/sobjects/Account/${kind}?${new URLSearchParams({ start: moment(from), end: moment(to) })}`
}

onEmulator(
  67,
  async (org) => {
    const { call } = await bulkJobs(org)
    expect(await refusalOf(call('GET', span('updated', 31 * DAY_MS, 0)))).toMatchObject({ status: 400 })
    expect(await refusalOf(call('GET', span('deleted', MINUTE_MS, MINUTE_MS)))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_REPLICATION_DATE',
    })
    const [changed, gone] = org.admin.find('Account').map(({ Id }) => String(Id))
    org.admin.update('Account', changed ?? '', { Site: 'Plant 7' })
    org.admin.delete('Account', gone ?? '')
    // Seconds are cut off, so the minute that is still running is not covered.
    expect(await json(call('GET', span('updated', DAY_MS, 0)))).toEqual({
      ids: [],
      latestDateCovered: '2026-07-01T08:00:00.000+0000',
    })
    expect(await json(call('GET', span('updated', DAY_MS, -MINUTE_MS)))).toMatchObject({ ids: [changed] })
    expect(await json(call('GET', span('deleted', DAY_MS, -MINUTE_MS)))).toEqual({
      deletedRecords: [{ id: gone, deletedDate: '2026-07-01T08:00:30.000+0000' }],
      earliestDateAvailable: expect.stringMatching(/^2026-06-16T/),
      latestDateCovered: '2026-07-01T08:01:00.000+0000',
    })
  },
  { clock: () => now },
)
