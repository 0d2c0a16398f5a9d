import { describe, expect, it } from 'vitest'
import { type Lab, openLab, type Seed } from './lab.ts'

export interface Check {
  /** Looks, and returns a sentence for everything that is not as it has to be. */
  run: (lab: Lab) => Promise<string[]>
  /** A violation that this check has to find. */
  seed: Seed
  /** Milliseconds that the check may take; four minutes unless told. */
  timeout?: number
}

/** One of the 25 acceptance checks: it has to pass as things are, and to fail once its violation is planted. */
export function check(number: number, name: string, { run, seed, timeout = 240_000 }: Check): void {
  describe(`${number} ${name}`, () => {
    it('passes', { timeout }, async () => {
      expect(await inLab(run)).toEqual([])
    })
    it('fails on a planted violation', { timeout }, async () => {
      expect(await inLab(run, seed)).not.toEqual([])
    })
  })
}

/** Looks in a browser of its own. */
export async function inLab<Found>(run: (lab: Lab) => Promise<Found>, seed?: Seed): Promise<Found> {
  const lab = await openLab(seed)
  try {
    return await run(lab)
  } finally {
    await lab.close()
  }
}
