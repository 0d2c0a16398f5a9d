import { expect } from 'vitest'
import { refusalOf } from './bulk-jobs.ts'
import { onAnyOrg } from './scenario.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

onAnyOrg(67, async ({ call }) => {
  const now = Date.now()
  const span = (kind: 'updated' | 'deleted', from: number, to: number) => {
    const moment = (before: number) => new Date(now - before).toISOString()
    return `/sobjects/Account/${kind}?${new URLSearchParams({ start: moment(from), end: moment(to) })}`
  }
  expect(await refusalOf(call('GET', span('updated', 31 * DAY_MS, 0)))).toMatchObject({ status: 400 })
  expect(await refusalOf(call('GET', span('deleted', MINUTE_MS, MINUTE_MS)))).toMatchObject({
    status: 400,
    errorCode: 'INVALID_REPLICATION_DATE',
  })
})
