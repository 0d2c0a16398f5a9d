import type { Look } from './visit.ts'

/** What moves for longer than a millisecond, half a second after the story stood still. */
export const moving: Look = async (page) => {
  await page.waitForTimeout(500)
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => playState === 'running' && Number(effect?.getComputedTiming().duration) > 1)
      .map(({ effect }) => `${(effect as KeyframeEffect | null)?.target?.className ?? 'something'} moves`),
  )
}
