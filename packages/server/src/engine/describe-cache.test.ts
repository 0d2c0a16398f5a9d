import type { ObjectDescribe } from '@pryzm/salesforce-sdk/contract'
import { expect, it } from 'vitest'
import { createDescribeCache } from './describe-cache.ts'
import type { OpenOrg } from './open-org.ts'

const openAs = (userId: string, workspace = 'acme') =>
  ({ connection: { workspace }, info: { id: '00D000000000001AAA' }, userId }) as unknown as OpenOrg
const describe = { name: 'Account' } as ObjectDescribe
const at = (seconds: number) => new Date(Date.UTC(2026, 4, 6, 9, 0, seconds))

it('knows a describe for a minute, for the same user of the same workspace alone', () => {
  const cache = createDescribeCache()
  cache.keep(openAs('dana'), 'Account', describe, at(0))
  expect(cache.recent(openAs('dana'), 'Account', at(59))).toBe(describe)
  expect(cache.recent(openAs('dana'), 'Account', at(60))).toBeUndefined()
  expect(cache.recent(openAs('tom'), 'Account', at(1))).toBeUndefined()
  expect(cache.recent(openAs('dana', 'globex'), 'Account', at(1))).toBeUndefined()
  expect(cache.recent(openAs('dana'), 'Contact', at(1))).toBeUndefined()
})

it('forgets an object that the user may no longer see', () => {
  const cache = createDescribeCache()
  cache.keep(openAs('dana'), 'Account', describe, at(0))
  cache.keep(openAs('dana'), 'Account', null, at(1))
  expect(cache.recent(openAs('dana'), 'Account', at(2))).toBeUndefined()
})
