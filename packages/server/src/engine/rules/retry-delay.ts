/** Milliseconds to wait before the next look, growing from `first` to `longest`. */
export function retryDelay(attempt: number, { first, longest }: { first: number; longest: number }): number {
  return Math.min(longest, first * 2 ** Math.min(attempt, 30))
}
