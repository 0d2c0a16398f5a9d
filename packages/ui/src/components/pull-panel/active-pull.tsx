import type { Job } from '@pryzm/salesforce-sdk'
import { lazy, Suspense, useState } from 'react'
import { isOver } from '../../data/index.ts'
import { useText } from '../../presentation.ts'
import { Button, commonMessages, ErrorNotice, Notice, Time } from '../../primitives/index.ts'
import { JobRow } from './job-row.tsx'
import type { PullLook } from './pull-look.ts'
import type { ActiveState } from './use-pull.ts'

const CancelDialog = lazy(async () => ({ default: (await import('./pull-dialogs.ts')).CancelDialog }))

interface ActiveProps {
  state: ActiveState
  look: PullLook
}

/** A run under way, object by object, and the way to stop it. */
export function ActivePull({ state, look }: ActiveProps) {
  const { text, part } = look
  const { run, live, joined } = state
  const common = useText('common', commonMessages)
  return (
    <>
      {joined && <Notice tone="info" title={text.someoneElse({ name: run.startedBy.name })} />}
      {live === 'interrupted' && <Notice tone="neutral" title={common.updatingEvery10Seconds} />}
      <ul {...part('items')}>
        {run.jobs.map((job, at) => (
          <JobRow
            key={job.id}
            job={job}
            resuming={state.resuming}
            waitsFor={waitsFor(job, run.jobs[at - 1], run.waitingAhead ?? 0, text)}
            usage={state.usage}
            look={look}
          />
        ))}
      </ul>
      {state.resume?.error && (
        <ErrorNotice title={text.resumeFailed} error={state.resume.error} retry={() => state.resume?.run()} />
      )}
      <div {...part('footer')}>
        <p className="pz-box pz-muted">
          {text.startedBy({ name: run.startedBy.name })}, <Time instant={run.queuedAt} />. {run.state !== 'paused' && text.leave}
        </p>
        <div className="pz-box pz-actions">
          <ResumeNow state={state} look={look} />
          <Cancel state={state} look={look} />
        </div>
      </div>
    </>
  )
}

/** What a job waits for: the one before it, or `ahead` pulls of other workspaces. */
function waitsFor({ state, object }: Job, before: Job | undefined, ahead: number, text: PullLook['text']): string | undefined {
  if (state !== 'queued') return undefined
  if (before !== undefined && !isOver(before.state)) return text.waitsFor({ object, before: before.object })
  return ahead > 0 ? text.inLine({ count: ahead }) : text.soon
}

/** Tries a paused run before its time. Where the org's calls are used up nothing can be hurried, and the button says so. */
function ResumeNow({ state: { run, resume, resuming, canManage }, look: { text } }: ActiveProps) {
  const usedUp = run.jobs.some(({ state, reason }) => state === 'paused' && reason?.code === 'api_limit_reached')
  if (resuming || run.canceling) return null
  if (usedUp) return <Button disabledReason={text.resumeOff}>{text.resumeNow}</Button>
  if (resume === null) return null
  return (
    <Button busy={resume.busy} disabledReason={canManage ? undefined : text.viewOnly} onClick={() => resume.run()}>
      {text.resumeNow}
    </Button>
  )
}

function Cancel({ state: { run, cancel, canManage }, look: { text } }: ActiveProps) {
  const [asking, setAsking] = useState(false)
  if (run.canceling) return <p className="pz-box pz-muted">{text.canceling}</p>
  return (
    <>
      <Button
        className="pz-pull-panel-cancel"
        disabledReason={canManage ? undefined : text.viewOnly}
        onClick={() => setAsking(true)}
      >
        {text.cancel}
      </Button>
      {asking && (
        <Suspense fallback={null}>
          <CancelDialog cancel={cancel} look={{ text }} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  )
}
