import type { Push, RecordResult } from '@pryzm/salesforce-sdk'
import { objectOf } from '@pryzm/salesforce-sdk/mapping'
import type { RefObject } from 'react'
import { useErrorSentence } from '../../error-sentence.ts'
import { usePresentation, useText } from '../../presentation.ts'
import { AppLink, Button, commonMessages, Dialog, ErrorNotice, ExternalLink, Notice } from '../../primitives/index.ts'
import { FieldTable } from './field-table.tsx'
import { outcomeTitle, resultTitle } from './outcome-title.ts'
import type { PushLook } from './push-look.ts'
import { pushAgainLabel } from './push-again.ts'
import type { KnownPush, PushOutcome } from './use-push.ts'

export interface PushResultDialogProps {
  state: KnownPush
  outcome: PushOutcome
  recordName: string | undefined
  look: PushLook
  trigger: RefObject<HTMLButtonElement | null>
}

/** What the press did: each field's outcome, or why nothing was sent. */
export default function PushResultDialog(props: PushResultDialogProps) {
  const { state, outcome, look, trigger } = props
  const { text } = look
  const again = pushAgainLabel(outcome, text)
  const withFields = outcome.kind === 'answered' && outcome.push.fields.length > 0
  return (
    <Dialog
      open
      size={withFields ? 'm' : 's'}
      title={outcomeTitle(outcome, text)}
      onClose={state.dismiss}
      returnFocus={trigger}
      busy={state.pushing}
      footer={
        <>
          <OutcomeLinks outcome={outcome} look={look} />
          {again !== null && (
            <Button busy={state.pushing} onClick={state.push}>
              {again}
            </Button>
          )}
          <Button variant="primary" disabled={state.pushing} onClick={state.dismiss}>
            {text.close}
          </Button>
        </>
      }
    >
      <OutcomeBody {...props} />
    </Dialog>
  )
}

function OutcomeLinks({ outcome, look: { text } }: Pick<PushResultDialogProps, 'outcome' | 'look'>) {
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

function OutcomeBody({ state, outcome, recordName, look }: PushResultDialogProps) {
  const { text } = look
  if (outcome.kind === 'failed') {
    if (outcome.error.details.notSent === true) return <p className="pz-box">{text.offlineBody}</p>
    return <ErrorNotice error={outcome.error} />
  }
  if (outcome.kind === 'unconfirmed') return <Unconfirmed state={state} arrived={outcome.arrived} look={look} />
  const { push, first } = outcome
  if (push.result === null) return <Notice tone="warning" status="unknown" title={text.unknownJob} />
  return (
    <>
      {first && <BothResults first={first} push={push} recordName={recordName} look={look} />}
      <ReasonNotice result={push.result} look={look} />
      <Unlinked state={state} push={push} look={look} />
      {push.fields.length > 0 && (
        <FieldTable object={objectOf(push.job.recordType ?? 'organization')} fields={push.fields} look={look} />
      )}
    </>
  )
}

/** The related record's result and this one's, in the order in which they were pushed. */
function BothResults({
  first,
  push,
  recordName,
  look: { text },
}: { first: Push } & Pick<PushResultDialogProps, 'recordName' | 'look'> & { push: Push }) {
  const lines = [
    { order: 'first', push: first, name: first.result?.name ?? text.thisRecord },
    { order: 'then', push, name: recordName ?? push.result?.name ?? text.thisRecord },
  ]
  return (
    <ol className="pz-box pz-push-button-both">
      {lines.map(({ push: { result }, name, order }) => (
        <li key={order} className="pz-box">
          <Notice
            tone={result === null || result.outcome === 'failed' ? 'danger' : 'success'}
            title={text.resultOf({ name, result: result === null ? text.unknownTitle : resultTitle(result, text) })}
          >
            {result?.outcome === 'failed' && result.reason?.sentence}
          </Notice>
        </li>
      ))}
    </ol>
  )
}

function ReasonNotice({ result, look: { text } }: { result: RecordResult; look: PushLook }) {
  if (result.reason === null) return null
  const refused = result.outcome === 'failed' || result.outcome === 'skipped'
  return (
    <Notice tone={refused ? 'danger' : 'info'} title={result.reason.sentence}>
      {result.matches.length > 0 && (
        <>
          {text.matchTitle}{' '}
          <span className="pz-box pz-push-button-links">
            {result.matches.map(({ salesforceId, salesforceUrl }) =>
              salesforceUrl === null ? (
                <span key={salesforceId}>{text.match({ id: salesforceId })}</span>
              ) : (
                <ExternalLink key={salesforceId} href={salesforceUrl}>
                  {text.match({ id: salesforceId })}
                </ExternalLink>
              ),
            )}
          </span>
        </>
      )}
    </Notice>
  )
}

/** One button for both: the related record first, then this one again. */
function Unlinked({ state, push, look: { text } }: { state: KnownPush; push: Push; look: PushLook }) {
  return push.unlinked.map((related) => (
    <Notice
      key={related.attribute}
      tone="info"
      title={text.parentTitle({ name: related.name })}
      actions={
        <Button busy={state.pushing} onClick={() => state.pushFirst(related)}>
          {text.pushFirst({ name: related.name })}
        </Button>
      }
    >
      {text.parentBody}
    </Notice>
  ))
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
  const sentenceOf = useErrorSentence()
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
      {check.error && sentenceOf(check.error)}
    </Notice>
  )
}
