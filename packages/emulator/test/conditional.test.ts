import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller, tokensFor } from './sign-in.ts'

let now = new Date('2026-06-01T10:00:00Z')
let org: EmulatedOrg
let call: ReturnType<typeof caller>
beforeAll(async () => {
  org = await createOrg({ seed: 'tiny', app, clock: () => now })
})
beforeEach(async () => {
  now = new Date('2026-06-01T10:00:00Z')
  org.reset()
  call = caller(org, (await tokensFor(org)).access_token ?? '')
})
afterAll(() => org.close())

const account = () => `/sobjects/Account/${String(org.admin.find('Account')[0]?.Id)}`
const contact = () => `/sobjects/Contact/${String(org.admin.find('Contact')[0]?.Id)}`
const read = (path: string, headers: Record<string, string> = {}) =>
  call('GET', path, undefined, { 'Accept-Encoding': 'identity', ...headers })
const write = (path: string, headers: Record<string, string>) => call('PATCH', path, { Description: 'New' }, headers)
const etagOf = async (path: string) => (await read(path)).headers.get('ETag') ?? ''
const changed = 'Wed, 06 May 2026 09:10:00 GMT'
const before = 'Wed, 06 May 2026 09:09:59 GMT'

describe('a request for a record', () => {
  it('tells when the record last changed, and for accounts alone a mark of its content', async () => {
    const first = await read(account())
    expect(first.headers.get('Last-Modified')).toBe(changed)
    const etag = first.headers.get('ETag') ?? ''
    expect(etag).toMatch(/^"[\w+/]+=--gzip"$/)
    expect(await etagOf(account())).toBe(etag)
    expect((await read(contact())).headers.get('ETag')).toBeNull()
    const written = await write(account(), {})
    expect([written.status, written.headers.get('ETag')]).toEqual([204, await etagOf(account())])
    expect(await etagOf(account())).not.toBe(etag)
  })

  it('that depends on If-Modified-Since is answered 304 without a body when nothing changed', async () => {
    for (const path of [account(), contact()]) {
      const known = await read(path, { 'If-Modified-Since': changed })
      expect([known.status, await known.text()]).toEqual([304, ''])
      expect((await read(path, { 'If-Modified-Since': before })).status).toBe(200)
      expect((await read(path, { 'If-Modified-Since': 'yesterday' })).status).toBe(200)
    }
  })

  it('that depends on If-Unmodified-Since is answered 412 when something changed', async () => {
    for (const path of [account(), contact()]) {
      expect((await read(path, { 'If-Unmodified-Since': before })).status).toBe(412)
      expect((await read(path, { 'If-Unmodified-Since': changed })).status).toBe(200)
      expect((await write(path, { 'If-Unmodified-Since': before })).status).toBe(412)
      expect((await write(path, { 'If-Unmodified-Since': changed })).status).toBe(204)
      expect((await write(path, { 'If-Unmodified-Since': changed })).status).toBe(412)
    }
  })

  it('that depends on If-Match is done for the state it names alone', async () => {
    const etag = await etagOf(account())
    const failed = await read(account(), { 'If-Match': '"other"' })
    expect([failed.status, await failed.json()]).toMatchObject([412, [{ errorCode: 'PRECONDITION_FAILED' }]])
    expect((await read(account(), { 'If-Match': `"other", ${etag}` })).status).toBe(200)
    expect((await read(account(), { 'If-Match': '*' })).status).toBe(200)
    expect((await write(account(), { 'If-Match': '"other"' })).status).toBe(412)
    expect(org.admin.find('Account')[0]?.Description ?? null).toBeNull()
    expect((await write(account(), { 'If-Match': etag })).status).toBe(204)
    expect((await write(account(), { 'If-Match': etag })).status).toBe(412)
  })

  it('that depends on If-None-Match is answered 304 to a reader and 412 to a writer that know the state', async () => {
    const etag = await etagOf(account())
    const known = await read(account(), { 'If-None-Match': etag })
    expect([known.status, await known.text()]).toEqual([304, ''])
    expect((await read(account(), { 'If-None-Match': etag.replace('--gzip', '') })).status).toBe(304)
    expect((await read(account(), { 'If-None-Match': '"other"', 'If-Modified-Since': changed })).status).toBe(200)
    expect((await write(account(), { 'If-None-Match': etag })).status).toBe(412)
    expect((await write(account(), { 'If-None-Match': '"other"' })).status).toBe(204)
  })

  it('can depend on marks only where records have them', async () => {
    expect((await read(contact(), { 'If-Match': '"other"' })).status).toBe(200)
    expect((await read(contact(), { 'If-None-Match': '*' })).status).toBe(200)
    expect((await write(contact(), { 'If-Match': '"other"' })).status).toBe(204)
  })

  it('is refused when it writes under a condition that cannot be read', async () => {
    for (const header of [
      { 'If-Match': 'other' },
      { 'If-None-Match': 'other, "this"' },
      { 'If-Unmodified-Since': 'yesterday' },
    ]) {
      expect([header, (await write(account(), header)).status]).toEqual([header, 400])
      expect([header, (await call('POST', `${account()}?_HttpMethod=PATCH`, { Site: 'HQ' }, header)).status]).toEqual([
        header,
        400,
      ])
    }
  })

  it('deletes whatever it depends on', async () => {
    expect((await call('DELETE', account(), undefined, { 'If-Match': '"other"' })).status).toBe(204)
  })
})
