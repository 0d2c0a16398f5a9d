/** Milliseconds until the next look at slow work: a tenth of the wait so far, so that its end is noticed a tenth late at most. */
export function pollDelay(waitedMs: number): number {
  return Math.min(10_000, Math.max(250, waitedMs / 10))
}
