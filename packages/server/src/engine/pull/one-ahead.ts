/**
 * The same items in the same order, each made while the one before is still being worked on. Holds one item besides that at
 * most. Leaving the loop lets go of the source without waiting for the item that it is making.
 */
export async function* oneAhead<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]()
  const ask = () => {
    const next = iterator.next()
    // A failure is met when its turn comes, not before.
    next.catch(() => undefined)
    return next
  }
  try {
    for (let next = await ask(); next.done !== true;) {
      const upcoming = ask()
      yield next.value
      next = await upcoming
    }
  } finally {
    iterator.return?.().catch(() => undefined)
  }
}
