import { expect, it, onTestFinished } from 'vitest'
import { createOrg } from '../src/index.ts'
import { app, caller, tokensFor } from './sign-in.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const now = new Date('2026-07-01T08:00:30Z')

function span(kind: 'updated' | 'deleted', to: number): string {
  const moment = (before: number) => new Date(now.getTime() - before).toISOString()
  return `/sobjects/Account/${kind}?${new URLSearchParams({ start: moment(DAY_MS), end: moment(to) })}`
}

it('covers whole minutes of changes and deletions, and not the one that is still running', async () => {
  const org = await createOrg({ seed: 'tiny', app, clock: () => now })
  onTestFinished(() => org.close())
  const call = caller(org, (await tokensFor(org)).access_token ?? '')
  const answer = async (path: string): Promise<unknown> => (await call('GET', path)).json()
  const [changed, gone] = org.admin.find('Account').map(({ Id }) => String(Id))
  org.admin.update('Account', changed ?? '', { Site: 'Plant 7' })
  org.admin.delete('Account', gone ?? '')
  expect(await answer(span('updated', 0))).toEqual({ ids: [], latestDateCovered: '2026-07-01T08:00:00.000+0000' })
  expect(await answer(span('updated', -MINUTE_MS))).toMatchObject({ ids: [changed] })
  expect(await answer(span('deleted', -MINUTE_MS))).toEqual({
    deletedRecords: [{ id: gone, deletedDate: '2026-07-01T08:00:30.000+0000' }],
    earliestDateAvailable: expect.stringMatching(/^2026-06-16T/),
    latestDateCovered: '2026-07-01T08:01:00.000+0000',
  })
})
