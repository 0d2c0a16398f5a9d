import { lazy, Suspense } from 'react'
import { useObjectWords } from '../../object-words.ts'
import { Button, ErrorNotice, Notice, type Status, StatusBadge, Time, Written } from '../../primitives/index.ts'
import { JobRow } from './job-row.tsx'
import { foundNoChanges } from './job-words.ts'
import { blockSentence, PullBlockNotice } from './pull-block-notice.tsx'
import type { PullLook } from './pull-look.ts'
import type { PullRow } from './pull-readiness.ts'
import type { IdleState } from './use-pull.ts'

const StartDialog = lazy(async () => ({ default: (await import('./pull-dialogs.ts')).StartDialog }))
const LastFailure = lazy(async () => ({ default: (await import('./pull-dialogs.ts')).LastFailure }))

interface IdleProps {
  state: IdleState
  look: PullLook
}

/** What a pull would do, what the last one did, and the button. */
export function IdlePull({ state, look }: IdleProps) {
  const { text, part } = look
  const { lastRun, rows, block } = state
  return (
    <>
      <p className="pz-box pz-muted">{text.about}</p>
      {block && <PullBlockNotice block={block} look={look} />}
      {state.paused !== null && (
        <Notice tone="warning" status="paused" title={text.pausedConnection}>
          {state.paused}
        </Notice>
      )}
      {state.start.error && state.forecast.status === 'closed' && (
        <ErrorNotice title={text.startFailed} error={state.start.error} retry={() => state.start.run('full')} />
      )}
      {lastRun?.state === 'failed' && (
        <Suspense fallback={null}>
          <LastFailure run={lastRun} state={state} look={look} />
        </Suspense>
      )}
      <ul {...part('items')}>
        {rows.map((row) => {
          const job = lastRun?.jobs.find(({ object }) => object === row.object)
          return job && row.plan === 'pulled' ? (
            <JobRow key={row.object} job={job} look={look} />
          ) : (
            <PlannedRow key={row.object} row={row} records={recordsOf(row, state)} look={look} />
          )
        })}
      </ul>
      {lastRun?.jobs.every(foundNoChanges) && <p className="pz-box">{text.nothingChanged}</p>}
      <p className="pz-box pz-muted">
        {lastRun ? (
          <>
            {text.lastPull}: <Time instant={lastRun.finishedAt ?? lastRun.queuedAt} />.{' '}
            {text.startedBy({ name: lastRun.startedBy.name })}.
          </>
        ) : (
          text.never
        )}
      </p>
      <StartButtons state={state} look={look} />
    </>
  )
}

const shapes: Record<PullRow['plan'], Status> = {
  pulled: 'waiting',
  push_only: 'locked',
  off: 'locked',
  no_access: 'locked',
  blocked: 'attention',
}

/** How many records Salesforce has of an object that would be pulled; null where nobody has counted. */
function recordsOf({ object, plan }: PullRow, { counted }: IdleState): number | null {
  return plan === 'pulled' ? (counted?.objects.find((told) => told.object === object)?.records ?? null) : null
}

interface PlannedRowProps {
  row: PullRow
  records: number | null
  look: PullLook
}

function PlannedRow({ row, records, look: { text, part } }: PlannedRowProps) {
  const objects = useObjectWords()
  const words: Record<PullRow['plan'], string> = {
    pulled: text.ready,
    push_only: text.pushOnly,
    off: text.off,
    no_access: text.noAccess,
    blocked: text.blocked,
  }
  return (
    <li {...part('item', { state: row.plan === 'pulled' ? 'ready' : row.plan })}>
      <div className="pz-box pz-pull-panel-line">
        <span {...part('name')}>
          <bdi className="pz-box">{row.pipeline ?? objects[row.object].pryzm}</bdi>{' '}
          <span {...part('source')}>({row.object})</span>
        </span>
        <span className="pz-box pz-pull-panel-standing">
          {records !== null && <span {...part('count')}>{text.recordsThere({ records })}</span>}
          <StatusBadge status={shapes[row.plan]} variant="plain">
            {words[row.plan]}
          </StatusBadge>
        </span>
      </div>
      {row.sentence !== null && (
        <p {...part('result')}>
          <Written>{row.sentence}</Written>
        </p>
      )}
    </li>
  )
}

function StartButtons({ state, look }: IdleProps) {
  const { text } = look
  const { start, forecast, canManage, block, paused, lastRun } = state
  const reason = canManage ? (block ? blockSentence(block, text) : (paused ?? undefined)) : text.viewOnly
  return (
    <div className="pz-box pz-actions">
      <Button variant="primary" busy={start.busy} disabledReason={reason} aria-haspopup="dialog" onClick={forecast.ask}>
        {start.busy ? text.startingRun : text.pull}
      </Button>
      {lastRun && (
        <Button disabled={start.busy} disabledReason={reason} onClick={() => start.run('changes')}>
          {text.pullChanges}
        </Button>
      )}
      {!canManage && <span className="pz-box pz-muted">{text.viewOnly}</span>}
      {forecast.status !== 'closed' && (
        <Suspense fallback={null}>
          <StartDialog state={state} look={look} />
        </Suspense>
      )}
    </div>
  )
}
