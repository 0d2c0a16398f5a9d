import { connectionReasons } from './vocabulary.ts'
import { describe, expect, it } from 'vitest'
import { connectionSentence } from './connection-sentences.ts'

describe('every reason', () => {
  it.each(connectionReasons)('%s has a calm sentence that says what to do', (reason) => {
    const sentence = connectionSentence(reason)
    expect(sentence).toMatch(/\.$/)
    expect(sentence).not.toMatch(/please|sorry|oops|!/i)
    expect(sentence.split(/(?<=\.) /).length).toBeGreaterThan(1)
  })
})

it('names the org where its kind is the reason', () => {
  expect(connectionSentence('sandbox_org', 'Acme UAT')).toBe(
    'Acme UAT is a sandbox, so nothing was connected. Sign in to your production org instead.',
  )
  expect(connectionSentence('scratch_org', 'Acme UAT')).toMatch(/^Acme UAT is a scratch org/)
})
