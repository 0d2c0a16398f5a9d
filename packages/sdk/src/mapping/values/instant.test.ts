import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { law } from '../../../test/property-runs.ts'
import { calendarDate, utcInstant } from './instant.ts'

const anyInstant = fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9998-12-30T00:00:00Z'), noInvalidDate: true })

describe('calendarDate', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '1900-02-29',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '',
  ])('takes %j for no date', (text) => {
    expect(calendarDate(text)).toBeNull()
  })

  it('knows leap years', () => {
    expect(calendarDate('2024-02-29')).toBe('2024-02-29')
    expect(calendarDate('2000-02-29')).toBe('2000-02-29')
  })
})

describe('utcInstant', () => {
  it.each([
    ['2026-05-06T09:49:20.000Z', '2026-05-06T09:49:20.000Z'],
    ['2026-05-06T09:49:20.000+0000', '2026-05-06T09:49:20.000Z'],
    ['2026-05-06T09:49:20Z', '2026-05-06T09:49:20.000Z'],
    ['2026-05-06T09:49Z', '2026-05-06T09:49:00.000Z'],
    ['2026-01-01T00:30:00+02:00', '2025-12-31T22:30:00.000Z'],
    ['2026-05-06T09:49:20.1230000Z', '2026-05-06T09:49:20.123Z'],
  ])('reads %s as %s', (text, expected) => {
    expect(utcInstant(text)).toBe(expected)
  })

  it.each([
    '2026-05-06',
    '2026-05-06T09:49:20',
    '2026-05-06 09:49:20Z',
    '2026-05-06T24:00:00Z',
    '2026-05-06T09:49:20.1234Z',
    '2026-02-30T00:00:00Z',
  ])('takes %j for no instant, rather than guessing a zone or cutting digits', (text) => {
    expect(utcInstant(text)).toBeNull()
  })
})

law('a date that exists stays as it is', anyInstant, (date) => {
  const text = date.toISOString().slice(0, 10)
  expect(calendarDate(text)).toBe(text)
})

const anyOffset = fc.record({ date: anyInstant, offset: fc.integer({ min: -14 * 60, max: 14 * 60 }) })

law('an instant names the same moment in whatever zone', anyOffset, ({ date, offset }) => {
  const wallClock = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0')
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0')
  for (const colon of ['', ':']) {
    expect(utcInstant(`${wallClock}${offset < 0 ? '-' : '+'}${hours}${colon}${minutes}`)).toBe(date.toISOString())
  }
})
