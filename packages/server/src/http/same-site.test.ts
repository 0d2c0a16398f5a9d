import { expect, it } from 'vitest'
import { followsForeignLink, refuseForeignOrigin } from './same-site.ts'

const request = (headers: Record<string, string>) => new Request('http://internal:3000/api', { headers })
const passes = (headers: Record<string, string>, allowed: string[] = []) => {
  try {
    refuseForeignOrigin(request(headers), allowed)
    return true
  } catch {
    return false
  }
}

it('compares the origin with the host that the browser asked', () => {
  expect(passes({ cookie: 's=1', origin: 'https://app.pryzm.example', host: 'app.pryzm.example' })).toBe(true)
  expect(passes({ cookie: 's=1', origin: 'https://evil.example', host: 'app.pryzm.example' })).toBe(false)
  expect(passes({ cookie: 's=1', origin: 'https://app.pryzm.example.evil.example', host: 'app.pryzm.example' })).toBe(false)
})

it('lets origins pass that the host has named, and requests that carry no cookie', () => {
  expect(passes({ cookie: 's=1', origin: 'https://partner.example' }, ['https://partner.example'])).toBe(true)
  expect(passes({ origin: 'https://evil.example' })).toBe(true)
  expect(passes({ cookie: 's=1' })).toBe(true)
})

it('tells a link on another site from one of this site, of a named site, and of the address bar', () => {
  const followed = (headers: Record<string, string>) => followsForeignLink(request(headers), ['https://partner.example'])
  expect(followed({ 'sec-fetch-site': 'cross-site', referer: 'https://evil.example/' })).toBe(true)
  expect(followed({ 'sec-fetch-site': 'cross-site' })).toBe(true)
  expect(followed({ 'sec-fetch-site': 'cross-site', referer: 'https://partner.example/settings' })).toBe(false)
  expect(followed({ 'sec-fetch-site': 'same-origin', referer: 'https://app.pryzm.example/' })).toBe(false)
  expect(followed({ 'sec-fetch-site': 'none' })).toBe(false)
})
