import type { Run } from '@pryzm/salesforce-sdk'
import { useText } from '../../presentation.ts'
import { Button, commonMessages, CopyButton, Notice } from '../../primitives/index.ts'
import type { PullLook } from './pull-look.ts'
import type { IdleState } from './use-pull.ts'

export interface LastFailureProps {
  run: Run
  state: IdleState
  look: PullLook
}

/** Where the last run failed, with a way to try it again and what support needs. */
export function LastFailure({ run, state, look: { text } }: LastFailureProps) {
  const common = useText('common', commonMessages)
  const job = run.jobs.find(({ state: ended }) => ended === 'failed')
  if (!job) return null
  const details = () =>
    [
      `Code: ${job.reason?.code ?? 'unknown'}`,
      `Pull: ${run.id}`,
      `Job: ${job.id}`,
      `Message: ${job.reason?.sentence ?? ''}`,
    ].join('\n')
  return (
    <Notice
      tone="danger"
      title={text.stopped({ label: job.label })}
      actions={
        <>
          {state.canManage && !state.block && (
            <Button size="s" busy={state.start.busy} onClick={() => state.start.run(run.mode)}>
              {common.tryAgain}
            </Button>
          )}
          <CopyButton size="s" variant="plain" label={common.copyDetails} text={details} />
        </>
      }
    />
  )
}
