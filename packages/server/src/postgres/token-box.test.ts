import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Secret } from '../engine/ports/index.ts'
import { createTokenBox } from './token-box.ts'

const first = { id: 'k1', secret: 'a secret of the tests that is long enough' }
const second = { id: 'k:2', secret: 'another secret of the tests, long enough' }

describe('the token box', () => {
  it('opens what it sealed, for the same place alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (token, place, elsewhere) => {
        const box = createTokenBox([second])
        const sealed = box.seal(new Secret(token), place)
        expect(box.open(sealed, place)?.reveal()).toBe(Buffer.from(token).toString())
        fc.pre(elsewhere !== place)
        expect(box.open(sealed, elsewhere)).toBeNull()
      }),
      { numRuns: 50 },
    )
  })

  it('seals with the first key, and opens what any of its keys has sealed', () => {
    const old = createTokenBox([first]).seal(new Secret('token'), 'here')
    const rotated = createTokenBox([second, first])
    expect(rotated.open(old, 'here')?.reveal()).toBe('token')
    expect(createTokenBox([first]).open(rotated.seal(new Secret('token'), 'here'), 'here')).toBeNull()
  })

  it('never seals the same twice alike, and shows nothing of what is inside', () => {
    const box = createTokenBox([first])
    const sealed = [1, 2, 3].map(() => box.seal(new Secret('00D-token'), 'here'))
    expect(new Set(sealed).size).toBe(3)
    expect(sealed.join()).not.toContain('00D-token')
  })

  it('opens nothing that was tampered with', () => {
    const box = createTokenBox([first])
    const sealed = box.seal(new Secret('token'), 'here')
    for (let index = sealed.indexOf(':') + 1; index < sealed.length - 2; index++) {
      const other = sealed[index] === 'A' ? 'B' : 'A'
      expect(box.open(sealed.slice(0, index) + other + sealed.slice(index + 1), 'here')).toBeNull()
    }
    for (const text of ['', ':', 'k1:', 'k1:AAAA', 'unknown:AAAA', 'no separator']) expect(box.open(text, 'here')).toBeNull()
  })

  it('refuses keys that protect nothing', () => {
    expect(() => createTokenBox([])).toThrow('at least one')
    expect(() => createTokenBox([{ id: 'k1', secret: 'short' }])).toThrow('shorter than 32')
    expect(() => createTokenBox([first, { ...second, id: 'k1' }])).toThrow('the same id')
  })
})
