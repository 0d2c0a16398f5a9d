/** Both answers. When one fails, the other is waited for all the same: nothing may be sent on a transaction that has ended. */
export async function bothDone<First, Second>(first: Promise<First>, second: Promise<Second>): Promise<[First, Second]> {
  await Promise.allSettled([first, second])
  return Promise.all([first, second])
}
