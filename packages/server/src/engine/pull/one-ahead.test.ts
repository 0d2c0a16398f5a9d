import { expect, it } from 'vitest'
import { oneAhead } from './one-ahead.ts'

async function* counting(made: number[], end = Number.POSITIVE_INFINITY): AsyncGenerator<number> {
  for (let item = 1; item <= end; item++) {
    made.push(item)
    yield item
  }
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const seen: Item[] = []
  for await (const item of items) seen.push(item)
  return seen
}

it('hands over every item, in order', async () => {
  expect(await all(oneAhead(counting([], 5)))).toEqual([1, 2, 3, 4, 5])
  expect(await all(oneAhead(counting([], 0)))).toEqual([])
})

it('makes one item while the one before is worked on, and no more', async () => {
  const made: number[] = []
  const seen: number[][] = []
  for await (const item of oneAhead(counting(made))) {
    await new Promise(setImmediate)
    seen.push([...made])
    if (item === 3) break
  }
  expect(seen).toEqual([
    [1, 2],
    [1, 2, 3],
    [1, 2, 3, 4],
  ])
})

it('meets a failure after the items before it', async () => {
  async function* failing() {
    yield 1
    yield 2
    throw new Error('The line was cut.')
  }
  const seen: number[] = []
  const reading = (async () => {
    for await (const item of oneAhead(failing())) {
      await new Promise(setImmediate)
      seen.push(item)
    }
  })()
  await expect(reading).rejects.toThrow('The line was cut.')
  expect(seen).toEqual([1, 2])
})

it('lets go of the source when the loop is left, also while the source fails', async () => {
  let closed = false
  async function* source() {
    try {
      yield 1
      throw new Error('Nobody hears of this.')
    } finally {
      closed = true
    }
  }
  for await (const item of oneAhead(source())) if (item === 1) break
  await new Promise(setImmediate)
  expect(closed).toBe(true)
})
