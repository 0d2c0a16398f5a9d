import { objectOf } from '@pryzm/salesforce-sdk/mapping'
import { useText } from '../../presentation.ts'
import { commonMessages, ErrorNotice, ExternalLink, RemedyLink, Time } from '../../primitives/index.ts'
import type { PushLook } from './push-look.ts'
import type { PushState } from './use-push.ts'

interface PushReasonProps {
  state: PushState
  id: string
  reason: string
  look: PushLook
}

/** Why it cannot be pushed, with the way to mend it for those who may. */
export function PushReason({ state, id, reason, look: { text, part } }: PushReasonProps) {
  if (state.status === 'load_failed') {
    const title = (
      <span className="pz-box" id={id}>
        {reason}
      </span>
    )
    return <ErrorNotice title={title} error={state.error} retry={state.retry} retrying={state.retrying} />
  }
  const asksAdmin = state.status === 'module_disabled' || (state.status === 'refused' && state.remedy === 'ask_admin')
  return (
    <p {...part('reason')}>
      <span className="pz-box" id={id}>
        {reason}
        {asksAdmin && ` ${text.askAdmin}`}
      </span>{' '}
      {state.status === 'refused' && <RemedyLink remedy={state.remedy} />}
    </p>
  )
}

/** What a press would do: which record it makes or updates, and when it was last pushed. */
export function PushHint({ state, look }: { state: Extract<PushState, { status: 'ready' }>; look: PushLook }) {
  const { text, part } = look
  const { lastPushedAt, lastPushedBy } = state.target
  return (
    <p {...part('reason')}>
      <Target state={state} look={look} />
      {lastPushedAt !== null && (
        <span className="pz-box pz-push-button-last">
          {text.pushedAt} <Time instant={lastPushedAt} /> {lastPushedBy && text.pushedBy({ name: lastPushedBy.name })}
        </span>
      )}
    </p>
  )
}

function Target({ state: { target, recordType }, look: { text } }: Parameters<typeof PushHint>[0]) {
  const common = useText('common', commonMessages)
  const object = objectOf(recordType)
  const { action, orgName, salesforceId, salesforceUrl } = target
  if (action === 'create' || salesforceId === null) {
    const creates = { Account: text.createsAccount, Contact: text.createsContact, Opportunity: text.createsOpportunity }
    return <>{creates[object]({ org: orgName ?? 'Salesforce' })}</>
  }
  return (
    <>
      {text.updates({ object, id: `${salesforceId.slice(0, 4)}…${salesforceId.slice(-3)}` })}{' '}
      {salesforceUrl !== null && <ExternalLink href={salesforceUrl}>{common.openInSalesforce}</ExternalLink>}
    </>
  )
}
