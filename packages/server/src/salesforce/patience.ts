import { setTimeout as pause } from 'node:timers/promises'
import { Unanswered } from './unanswered.ts'

/** How long Salesforce is waited for, and how often asked again; milliseconds. */
export interface Patience {
  /** For one whole answer. */
  answerMs: number
  /** Before the first repetition; doubles with each further one. */
  pauseMs: number
  tries: number
}

export const defaultPatience: Patience = { answerMs: 150_000, pauseMs: 500, tries: 4 }

/** Repeats work whose answer settled nothing, where repeating cannot do harm; the last failure is the caller's. */
export async function repeatUnanswered<Result>(
  work: () => Promise<Result>,
  options: { patience: Patience; harmless: (failure: Unanswered) => boolean; signal?: AbortSignal },
): Promise<Result> {
  const { patience, harmless, signal } = options
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Unanswered) || !harmless(error) || attempt >= patience.tries) throw error
    }
    await pauseBefore(attempt, patience, signal)
  }
}

/** Waits before the attempt after this one; rejects at once when the signal ends. */
export async function pauseBefore(attempt: number, patience: Patience, signal?: AbortSignal): Promise<void> {
  await pause(patience.pauseMs * 2 ** (attempt - 1), undefined, signal === undefined ? {} : { signal })
}
