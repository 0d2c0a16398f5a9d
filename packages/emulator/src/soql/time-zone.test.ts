import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOfDay, wallTime } from './time-zone.ts'

describe('time zones', () => {
  it('tell what clocks show at a moment', () => {
    expect(wallTime(new Date('2026-05-06T02:10:00Z'), 'America/New_York')).toBe('2026-05-05T22:10:00')
    expect(wallTime(new Date('2026-01-06T02:10:00Z'), 'Europe/London')).toBe('2026-01-06T02:10:00')
  })

  it('begin each day at midnight, on days when the clocks change too', () => {
    const zones = constantFrom('America/New_York', 'America/Los_Angeles', 'Europe/London', 'UTC')
    assert(
      property(zones, integer({ min: 10_000, max: 25_000 }), (zone, days) => {
        const day = new Date(days * 86_400_000).toISOString().slice(0, 10)
        expect(wallTime(startOfDay(day, zone), zone)).toBe(`${day}T00:00:00`)
      }),
    )
  })
})
