import type { Run } from '@pryzm/salesforce-sdk'
import { isOver } from '../../data/index.ts'
import type { Text } from '../../messages.ts'
import { jobProgress, jobResult, jobWord } from './job-words.ts'
import type { PullPanelMessages } from './pull-panel.messages.ts'

/** How often progress alone may be spoken. */
const spokenEvery = 10_000

export interface PullNews {
  /** What is worth saying about the run now; null where nothing is. */
  next: (run: Run | null, now: number) => string | null
}

/** Decides what a screen reader hears of a run: its start, each object's end, its own end, and progress every 10 seconds. */
export function createPullNews(text: Text<PullPanelMessages>): PullNews {
  let known: Run | null | undefined
  let spokenAt = Number.NEGATIVE_INFINITY

  function say(sentence: string, now: number) {
    spokenAt = now
    return sentence
  }

  return {
    next(run, now) {
      const before = known
      known = run
      if (before === undefined || run === null) return null
      if (before?.id !== run.id) return isOver(run.state) ? null : say(text.newsStarted, now)
      if (isOver(run.state)) return isOver(before.state) ? null : say(ended(run, text), now)
      const done = run.jobs.find((job, at) => isOver(job.state) && !isOver(before.jobs[at]?.state ?? job.state))
      if (done) return say(text.newsObject({ label: done.label, result: jobResult(done, text) ?? jobWord(done, text) }), now)
      const running = run.jobs.find(({ state }) => state === 'running')
      if (!running || now - spokenAt < spokenEvery) return null
      return say(text.newsObject({ label: running.label, result: jobProgress(running, text) }), now)
    },
  }
}

function ended(run: Run, text: Text<PullPanelMessages>): string {
  const results = run.jobs.map((job) => `${job.label}: ${jobResult(job, text) ?? jobWord(job, text)}`)
  return text.newsEnded({ state: text[run.state], results: results.join(' ') })
}
