import type { Job } from '@pryzm/salesforce-sdk'
import { useId } from 'react'
import { isOver, useNow } from '../../data/index.ts'
import { useFormats, usePresentation } from '../../presentation.ts'
import { AppLink, Num, Progress, StatusBadge, VisuallyHidden } from '../../primitives/index.ts'
import { jobProgress, jobResult, jobStatus, jobWord } from './job-words.ts'
import type { PullLook } from './pull-look.ts'

interface JobRowProps {
  job: Job
  /** True for a paused job that nothing keeps any more. */
  resuming?: boolean
  look: PullLook
}

/** One object of a run: how far it is, or what became of it. */
export function JobRow({ job, resuming = false, look }: JobRowProps) {
  const { text, part } = look
  const nameId = useId()
  const goesOn = resuming && job.state === 'paused'
  const status = goesOn ? 'running' : jobStatus(job)
  const result = jobResult(job, text)
  const moving = job.state === 'running' || job.state === 'paused'
  return (
    <li {...part('item', { state: status })}>
      <div className="pz-box pz-pull-panel-line">
        <span {...part('name')} id={nameId}>
          <bdi className="pz-box">{job.label}</bdi> <span className="pz-box pz-muted">({job.object})</span>
        </span>
        <span className="pz-box pz-pull-panel-standing">
          {moving && <span {...part('count')}>{jobProgress(job, text)}</span>}
          <StatusBadge status={status} variant="plain">
            {goesOn ? text.resuming : jobWord(job, text)}
          </StatusBadge>
        </span>
      </div>
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
      {job.state === 'running' && <Pace job={job} look={look} />}
      {goesOn && <p className="pz-box pz-muted">{text.resumingBody}</p>}
      {job.reason && !goesOn && <p {...part('result')}>{job.reason.sentence}</p>}
      {job.state === 'paused' && !goesOn && <PausedHint job={job} look={look} />}
      {result !== null && <Result job={job} result={result} look={look} />}
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

function PausedHint({ job, look: { text } }: JobRowProps) {
  const formats = useFormats()
  const hint = job.nextTryAt === null ? text.pausedForPerson : text.pausedUntil({ time: formats.time(job.nextTryAt) })
  return <p className="pz-box pz-muted">{hint}</p>
}

function Result({ job, result, look: { text, part } }: JobRowProps & { result: string }) {
  const { links } = usePresentation()
  const { created, updated, unchanged, failed } = job.counts
  return (
    <div {...part('result')}>
      <p className="pz-box pz-number">
        <AppLink to={links.job(job.id)}>
          {result}
          <VisuallyHidden>{text.seeRecords({ label: job.label })}</VisuallyHidden>
        </AppLink>
      </p>
      {isOver(job.state) && (
        <dl className="pz-box pz-pull-panel-numbers">
          <Count term={text.created} value={created} />
          <Count term={text.updated} value={updated} />
          <Count term={text.unchanged} value={unchanged} />
          <Count term={text.failedCount} value={failed} />
        </dl>
      )}
    </div>
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
