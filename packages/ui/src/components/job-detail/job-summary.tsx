import { recordOutcomes } from '@pryzm/salesforce-sdk'
import { isOver } from '../../data/index.ts'
import { Button, Input, Progress } from '../../primitives/index.ts'
import { JobCauses } from './job-causes.tsx'
import type { ReadyJob } from './job-detail.view.tsx'
import { type OutcomeFilter, withView } from './job-view.ts'
import type { JobWords } from './job-words.ts'
import { useTypedSearch } from './use-typed-search.ts'

export interface JobSummaryProps {
  state: ReadyJob
  titleId: string
  words: JobWords
}

/** How many records came out how, each count a filter. */
export function JobSummary({ state, titleId, words }: JobSummaryProps) {
  const { t, part } = words
  const { job, view, setView } = state
  const running = !isOver(job.state)
  const text = t.progress({ done: job.counts.processed, total: job.total })
  return (
    <>
      {running && (
        <div {...part('progress')}>
          <Progress
            value={job.counts.processed}
            max={job.total}
            valueText={text}
            labelledBy={titleId}
            active={job.state === 'running'}
          />
          <span {...part('hint')}>{text}</span>
        </div>
      )}
      <div role="group" aria-label={t.outcomes} {...part('outcomes')}>
        {outcomeCounts(state).map(({ outcome, count }) => (
          <Button
            key={outcome ?? 'all'}
            size="s"
            aria-pressed={view.outcome === outcome}
            className={part('outcome').className}
            onClick={() => setView(withView(view, { outcome }))}
          >
            {t.outcomeFilter({ name: t[outcome ?? 'all'], count })}
          </Button>
        ))}
      </div>
      <JobCauses state={state} words={words} />
      <Reasons state={state} words={words} />
      <Search state={state} words={words} />
    </>
  )
}

/** The outcomes that occur, and the one that is asked for. */
function outcomeCounts({ job: { counts }, view }: ReadyJob): { outcome: OutcomeFilter | undefined; count: number }[] {
  const outcomes = recordOutcomes.map((outcome) => ({ outcome, count: counts[outcome] }))
  const withSkips = { outcome: 'with_skips' as const, count: counts.withSkippedFields }
  const [created, updated, unchanged, ...left] = outcomes
  return [
    { outcome: undefined, count: counts.processed },
    ...[created, updated, unchanged, withSkips, ...left]
      .filter((entry) => entry !== undefined)
      .filter(({ outcome, count }) => count > 0 || outcome === view.outcome),
  ]
}

/** Why fields were left out, each reason a filter. */
function Reasons({ state: { skipReasons, view, setView }, words: { t, part } }: { state: ReadyJob; words: JobWords }) {
  if (skipReasons.length === 0) return null
  return (
    <div role="group" aria-label={t.reasons} {...part('reasons')}>
      <span {...part('reasons-title')}>{t.reasons}</span>
      {skipReasons.map(({ reason, fields }) => (
        <Button
          key={reason}
          size="s"
          variant="plain"
          aria-pressed={view.reason === reason}
          className={part('reason').className}
          onClick={() => setView(withView(view, { reason: view.reason === reason ? undefined : reason }))}
        >
          {t[`reason_${reason}`]} <span {...part('reason-count')}>{t.reasonCount({ count: fields })}</span>
        </Button>
      ))}
    </div>
  )
}

function Search({ state: { job, view, setView }, words: { t, part } }: { state: ReadyJob; words: JobWords }) {
  const { typed, type } = useTypedSearch(view, setView)
  if (job.counts.processed < 2) return null
  return (
    <div {...part('toolbar')}>
      <Input
        type="search"
        aria-label={t.search}
        placeholder={t.searchHint}
        value={typed}
        className={part('search').className}
        onChange={(event) => type(event.target.value)}
      />
    </div>
  )
}
