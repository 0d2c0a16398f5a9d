import type { Connection, Job } from '@pryzm/salesforce-sdk'
import { useId } from 'react'
import { useNow } from '../../data/index.ts'
import { useFormats, usePresentation } from '../../presentation.ts'
import { AppLink, Num, Progress, StatusBadge, VisuallyHidden } from '../../primitives/index.ts'
import { foundNoChanges, jobProgress, jobResult, jobStatus, jobWord } from './job-words.ts'
import type { PullLook } from './pull-look.ts'

interface JobRowProps {
  job: Job
  /** True for a paused job that nothing keeps any more. */
  resuming?: boolean
  /** What a job that waits its turn waits for. */
  waitsFor?: string | undefined
  usage?: Connection['apiUsage']
  look: PullLook
}

/** One object of a run: how far it is, or what became of it. */
export function JobRow({ job, resuming = false, waitsFor, usage = null, look }: JobRowProps) {
  const { text, part } = look
  const nameId = useId()
  const goesOn = resuming && job.state === 'paused'
  const status = goesOn ? 'running' : jobStatus(job)
  const result = foundNoChanges(job) ? null : jobResult(job, text)
  const moving = job.state === 'running' || job.state === 'paused'
  return (
    <li {...part('item', { state: status })}>
      <div className="pz-box pz-pull-panel-line" data-moving={moving || undefined}>
        <span {...part('name')} id={nameId}>
          <bdi className="pz-box">{job.label}</bdi> <span {...part('source')}>({job.object})</span>
        </span>
        {moving && (
          <span {...part('progress')}>
            <Progress
              value={job.counts.processed}
              max={job.total}
              labelledBy={nameId}
              active={job.state === 'running' || goesOn}
              valueText={`${job.label}: ${jobProgress(job, text)}`}
            />
          </span>
        )}
        <span className="pz-box pz-pull-panel-standing">
          {moving && <span {...part('count')}>{jobProgress(job, text)}</span>}
          <StatusBadge status={status} variant="plain">
            {goesOn ? text.resuming : jobWord(job, text)}
          </StatusBadge>
        </span>
      </div>
      {waitsFor !== undefined && <p className="pz-box pz-muted pz-pull-panel-pace">{waitsFor}</p>}
      {job.state === 'running' && <Pace job={job} look={look} />}
      {goesOn && <p className="pz-box pz-muted">{text.resumingBody}</p>}
      {job.reason && !goesOn && <p {...part('result')}>{job.reason.sentence}</p>}
      {job.state === 'paused' && !goesOn && <PausedHint job={job} usage={usage} look={look} />}
      {result !== null && <Result job={job} result={result} look={look} />}
      {job.counts.processed > 0 && <Counts job={job} text={text} />}
    </li>
  )
}

function Pace({ job, look: { text } }: JobRowProps) {
  const formats = useFormats()
  const stalled = useStalled(job)
  const pace = [
    job.rate !== null && job.rate >= 1 && text.rate({ rate: Math.round(job.rate) }),
    job.secondsLeft !== null && text.timeLeft({ time: formats.duration(job.secondsLeft) }),
  ].filter((part) => part !== false)
  if (stalled) return <p className="pz-box pz-muted pz-pull-panel-pace">{text.slow}</p>
  return pace.length > 0 ? <p className="pz-box pz-muted pz-number pz-pull-panel-pace">{pace.join(' · ')}</p> : null
}

const stalledAfter = 2 * 60_000

/** True once nothing has been processed for two minutes. */
function useStalled({ progressedAt, startedAt }: Job): boolean {
  const now = useNow()
  const last = progressedAt ?? startedAt
  return now !== null && last !== null && now - Date.parse(last) >= stalledAfter
}

function PausedHint({ job: { reason, nextTryAt }, usage, look: { text } }: JobRowProps) {
  const formats = useFormats()
  const { links } = usePresentation()
  if (reason?.code === 'reauthorization_required') return <AppLink to={links.settings}>{text.reconnect}</AppLink>
  const hint = nextTryAt === null ? text.pausedForPerson : text.pausedUntil({ time: formats.time(nextTryAt) })
  return (
    <p className="pz-box pz-muted pz-number">
      {reason?.code === 'api_limit_reached' && usage && text.callsUsed(usage)} {hint}
    </p>
  )
}

function Result({ job, result, look: { text, part } }: JobRowProps & { result: string }) {
  const { links } = usePresentation()
  const { failed, withSkippedFields } = job.counts
  const outcome = failed > 0 ? 'failed' : withSkippedFields > 0 ? 'with_skips' : undefined
  const see = failed > 0 ? text.seeFailed({ count: failed }) : withSkippedFields > 0 ? text.seeSkipped : text.seeRecords
  return (
    <p {...part('result')}>
      <span className="pz-box pz-number">{result}</span>{' '}
      <AppLink to={links.job(job.id, outcome && { outcome })}>
        {see}
        <VisuallyHidden> ({job.label})</VisuallyHidden>
      </AppLink>
    </p>
  )
}

function Counts({ job: { counts }, text }: { job: Job; text: PullLook['text'] }) {
  const { created, updated, unchanged, skipped, failed } = counts
  return (
    <dl className="pz-box pz-pull-panel-numbers">
      <Count term={text.created} value={created} />
      <Count term={text.updated} value={updated} />
      <Count term={text.unchanged} value={unchanged} />
      <Count term={text.skippedCount} value={skipped} />
      <Count term={text.failedCount} value={failed} />
    </dl>
  )
}

function Count({ term, value }: { term: string; value: number }) {
  return (
    <div className="pz-box pz-pull-panel-number">
      <dt className="pz-box pz-muted">{term}</dt>
      <dd className="pz-box">
        <Num value={value} />
      </dd>
    </div>
  )
}
