import fc from 'fast-check'
import { expect, it } from 'vitest'
import { contentHash } from './content-hash.ts'

it('is the same for the same cells under the same plan, and for nothing else', () => {
  const cells = fc.array(
    fc.string({ unit: 'binary' }).filter((text) => !text.includes('\u001f')),
    { minLength: 1 },
  )
  fc.assert(
    fc.property(cells, cells, (a, b) => {
      expect(contentHash('plan', a)).toBe(contentHash('plan', [...a]))
      expect(contentHash('plan', a) === contentHash('plan', b)).toBe(a.join('\u001f') === b.join('\u001f'))
      expect(contentHash('plan', a)).not.toBe(contentHash('other', a))
    }),
  )
})
