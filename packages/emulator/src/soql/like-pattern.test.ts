import { assert, array, constantFrom, property } from 'fast-check'
import { expect, it } from 'vitest'
import { likePattern } from './like-pattern.ts'

/** What LIKE means, tried out letter by letter. */
function matches(pattern: readonly string[], text: string): boolean {
  const [first, ...rest] = pattern
  if (first === undefined) return text === ''
  if (first === '%') return matches(rest, text) || (text !== '' && matches(pattern, text.slice(1)))
  if (text === '') return false
  const letter = text.charAt(0)
  const wanted = first.startsWith('\\') ? first.slice(1) : first
  return (first === '_' || letter.toLowerCase() === wanted.toLowerCase()) && matches(rest, text.slice(1))
}

it('matches what the pattern says, whatever its wildcards and escapes', () => {
  const parts = array(constantFrom('a', 'B', '%', '_', String.raw`\%`, String.raw`\_`, '.', '*', '(', String.raw`\\`), {
    maxLength: 5,
  })
  const texts = array(constantFrom('a', 'A', 'b', '%', '_', '.', '*', '(', '\\'), { maxLength: 5 })
  assert(
    property(parts, texts, (pattern, letters) => {
      const text = letters.join('')
      expect(likePattern(pattern.join('')).test(text)).toBe(matches(pattern, text))
    }),
    { numRuns: 2000 },
  )
})
