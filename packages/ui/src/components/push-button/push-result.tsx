import type { RefObject } from 'react'
import { usePresentation, useText } from '../../presentation.ts'
import { AppLink, Button, commonMessages, Dialog, ErrorNotice, ExternalLink, Notice } from '../../primitives/index.ts'
import { parentNotLinked } from './field-outcomes.ts'
import { FieldTable } from './field-table.tsx'
import { outcomeTitle } from './outcome-title.ts'
import type { PushLook } from './push-look.ts'
import type { KnownPush, PushOutcome } from './use-push.ts'

interface PushResultProps {
  state: KnownPush
  outcome: PushOutcome
  look: PushLook
  trigger: RefObject<HTMLButtonElement | null>
}

/** What the press did: each field's outcome, or why nothing was sent. */
export function PushResult({ state, outcome, look, trigger }: PushResultProps) {
  const { text } = look
  return (
    <Dialog
      open
      size={outcome.kind === 'answered' ? 'm' : 's'}
      title={outcomeTitle(outcome, text)}
      onClose={state.dismiss}
      returnFocus={trigger}
      footer={
        <>
          <OutcomeLinks outcome={outcome} look={look} />
          <Button variant="primary" onClick={state.dismiss}>
            {text.close}
          </Button>
        </>
      }
    >
      <OutcomeBody state={state} outcome={outcome} look={look} />
    </Dialog>
  )
}

function OutcomeLinks({ outcome, look: { text } }: { outcome: PushOutcome; look: PushLook }) {
  const { links } = usePresentation()
  const common = useText('common', commonMessages)
  if (outcome.kind !== 'answered') return null
  const { job, result } = outcome.push
  return (
    <span className="pz-box pz-push-button-links">
      {result?.salesforceUrl != null && <ExternalLink href={result.salesforceUrl}>{common.openInSalesforce}</ExternalLink>}
      <AppLink to={links.job(job.id)}>{text.history}</AppLink>
    </span>
  )
}

function OutcomeBody({ state, outcome, look }: Omit<PushResultProps, 'trigger'>) {
  const { text } = look
  if (outcome.kind === 'failed') {
    return outcome.error.details.notSent === true ? null : <ErrorNotice title={outcome.error.message} error={outcome.error} />
  }
  if (outcome.kind === 'unconfirmed') return <Unconfirmed state={state} arrived={outcome.arrived} look={look} />
  const { result, fields } = outcome.push
  if (result === null) return <Notice tone="warning" status="unknown" title={text.unknownJob} />
  const refused = result.outcome === 'failed' || result.outcome === 'skipped'
  return (
    <>
      {result.reason && <Notice tone={refused ? 'danger' : 'info'} title={result.reason.sentence} />}
      {parentNotLinked(fields) && (
        <Notice tone="info" title={text.parentTitle}>
          {text.parentBody}
        </Notice>
      )}
      {fields.length > 0 && <FieldTable fields={fields} look={look} />}
    </>
  )
}

function Unconfirmed({
  state: { check },
  arrived,
  look: { text },
}: {
  state: KnownPush
  arrived: boolean | null
  look: PushLook
}) {
  return (
    <Notice
      tone={arrived ? 'success' : 'warning'}
      status={arrived ? 'done' : 'unknown'}
      title={arrived ? text.arrived : text.unknownBody}
      actions={
        <Button busy={check.busy} onClick={() => check.run()}>
          {text.checkNow}
        </Button>
      }
    >
      {arrived === false && text.notArrived}
      {check.error?.message}
    </Notice>
  )
}
