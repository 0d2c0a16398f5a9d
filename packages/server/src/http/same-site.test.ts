import { expect, it } from 'vitest'
import { refuseForeignOrigin } from './same-site.ts'

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
