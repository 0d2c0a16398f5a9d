import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useLoadingPhase } from './loading-phase.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function loading() {
  const hook = await renderHook((props?: { pending: boolean }) => useLoadingPhase(props?.pending ?? true))
  return {
    phase: () => hook.result.current,
    pass: (milliseconds: number) => hook.act(() => vi.advanceTimersByTimeAsync(milliseconds)),
    arrive: () => hook.rerender({ pending: false }),
  }
}

it('never shows a skeleton for an answer within 200 ms', async () => {
  const { phase, pass, arrive } = await loading()
  expect(phase()).toBe('quiet')
  await pass(190)
  expect(phase()).toBe('quiet')
  await arrive()
  expect(phase()).toBe('done')
  await pass(1000)
  expect(phase()).toBe('done')
})

it('keeps a skeleton for 400 ms once it is shown, so that it does not flash by', async () => {
  const { phase, pass, arrive } = await loading()
  await pass(210)
  expect(phase()).toBe('skeleton')
  await arrive()
  expect(phase()).toBe('skeleton')
  await pass(300)
  expect(phase()).toBe('skeleton')
  await pass(100)
  expect(phase()).toBe('done')
})

it('says that it takes long after 8 seconds, and is done at once when the answer comes', async () => {
  const { phase, pass, arrive } = await loading()
  await pass(8010)
  expect(phase()).toBe('slow')
  await arrive()
  await pass(1)
  expect(phase()).toBe('done')
})
