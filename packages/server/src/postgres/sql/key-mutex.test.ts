import { expect, it } from 'vitest'
import { KeyMutex } from './key-mutex.ts'

it('lets tasks of one key through in turn, and those of other keys beside them', async () => {
  const mutex = new KeyMutex()
  const order: string[] = []
  const gate = Promise.withResolvers<void>()
  const first = mutex.run('a', async () => {
    await gate.promise
    order.push('a1')
  })
  const second = mutex.run('a', async () => void order.push('a2'))
  await mutex.run('b', async () => void order.push('b1'))
  gate.resolve()
  await Promise.all([first, second])
  expect(order).toEqual(['b1', 'a1', 'a2'])
})

it('goes on after a task that rejected', async () => {
  const mutex = new KeyMutex()
  await expect(mutex.run('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await mutex.run('a', async () => 'next')).toBe('next')
})
