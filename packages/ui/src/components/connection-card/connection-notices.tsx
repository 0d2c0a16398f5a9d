import { objectOf } from '@pryzm/salesforce-sdk/mapping'
import { lazy, type ReactNode, Suspense } from 'react'
import { useObjectWords } from '../../object-words.ts'
import { useFormats, usePresentation } from '../../presentation.ts'
import { AppLink, Button, CopyButton, ErrorNotice, ExternalLink, Notice } from '../../primitives/index.ts'
import { orgName, type PieceProps } from './card-look.ts'
import { RefusalNotice } from './refusal-notice.tsx'
import { OrgChoice } from './org-choice.tsx'
import { SignInNotice } from './sign-in-notice.tsx'
import { UsageMeter } from './usage-meter.tsx'

const AccessGaps = lazy(() => import('./access-gaps.tsx'))

/** What a person should know about the connection now; the most pressing thing first. */
export function ConnectionNotices(props: PieceProps) {
  const { state, look } = props
  const { text } = look
  const formats = useFormats()
  const objects = useObjectWords()
  const notices: ReactNode[] = []
  if (!state.online) {
    notices.push(<Notice key="offline" tone="neutral" title={text.offline({ time: formats.time(state.checkedAt) })} />)
  }
  if (state.connect.error) {
    notices.push(
      <ErrorNotice key="connect" title={text.connectFailed} error={state.connect.error} retry={() => state.connect.run()} />,
    )
  }
  notices.push(<SignInNotice key="sign-in" {...props} />)
  if (state.connection.pendingOrg) notices.push(<OrgChoice key="choice" {...props} />)
  else if (state.signInWindow.status === 'closed') notices.push(<StatusNotice key="status" {...props} />)
  if (state.status === 'connected' && state.connection.drift) notices.push(<DriftNotice key="drift" {...props} />)
  if (state.connection.viewer.missingEntityAccess.length > 0) {
    const types = state.connection.viewer.missingEntityAccess.map((type) => objects[objectOf(type)].pryzm)
    const copy = (
      <CopyButton size="s" label={text.copyRequest} said={text.requestCopied} text={() => text.entityRequest({ types })} />
    )
    notices.push(<Notice key="access" tone="warning" title={text.noEntityAccess({ types })} actions={copy} />)
  }
  if (state.connection.objectAccess.length > 0 || state.connection.fieldGaps) {
    notices.push(
      <Suspense key="gaps">
        <AccessGaps {...props} />
      </Suspense>,
    )
  }
  return notices
}

function StatusNotice({ state, look }: PieceProps) {
  switch (state.status) {
    case 'connected':
      return <ConnectedNotice state={state} look={look} />
    case 'reauthorization_required':
      return <ReauthorizationNotice state={state} look={look} />
    case 'degraded':
      return <DegradedNotice state={state} look={look} />
    case 'connecting':
      return <Notice tone="info" status="running" title={look.text.waiting} />
    case 'disconnected':
      return state.connection.reason ? (
        <RefusalNotice state={state} look={look} />
      ) : (
        <DisconnectedNotice state={state} look={look} />
      )
    default:
      return null
  }
}

function ConnectedNotice({ state, look }: PieceProps) {
  const { links } = usePresentation()
  const { text } = look
  const { connectorLeft, connectedBy, movedFrom, org } = state.connection
  if (state.returned === 'connected') {
    return (
      <Notice
        tone="success"
        title={text.justConnected({ org: orgName(state) })}
        actions={
          <AppLink to={links.setup} look="button">
            {text.openSetup}
          </AppLink>
        }
      >
        {text.nextSetup}
      </Notice>
    )
  }
  if (connectorLeft && connectedBy) {
    const off = state.canManage ? undefined : text.viewOnly
    return (
      <Notice
        tone="warning"
        title={text.connectorLeft({ name: connectedBy.name })}
        actions={
          <Button size="s" busy={state.connect.busy} disabledReason={off} onClick={() => state.connect.run()}>
            {text.reconnectAsMe}
          </Button>
        }
      >
        {text.connectorLeftBody}
      </Notice>
    )
  }
  if (movedFrom === null || !org) return null
  return (
    <Notice tone="info" title={text.moved}>
      {text.movedBody({ before: movedFrom, now: org.instanceUrl })}
    </Notice>
  )
}

/** Salesforce is no longer what the mapping was made for. */
function DriftNotice({ state, look: { text } }: PieceProps) {
  const { links } = usePresentation()
  const { drift } = state.connection
  if (!drift) return null
  return (
    <Notice
      tone={drift.issues > 0 ? 'warning' : 'info'}
      title={text.driftTitle({ changes: drift.changes })}
      actions={<AppLink to={links.mapping}>{text.openMapping}</AppLink>}
    >
      {drift.issues > 0 ? text.driftIssues({ issues: drift.issues }) : text.driftHarmless}
    </Notice>
  )
}

function DisconnectedNotice({ state, look: { text } }: PieceProps) {
  return state.disconnectedJustNow ? <Notice tone="success" title={text.justDisconnected} /> : null
}

function ReauthorizationNotice({ state, look: { text } }: PieceProps) {
  const formats = useFormats()
  const { statusSince, sentence, setupUrl } = state.connection
  return (
    <Notice
      tone="warning"
      title={text.reauthorizationTitle({ since: statusSince === null ? null : formats.dateTime(statusSince) })}
      actions={setupUrl === null ? undefined : <ExternalLink href={setupUrl}>{text.openConnectedApps}</ExternalLink>}
    >
      {sentence !== null && <p className="pz-box">{sentence}</p>}
      <p className="pz-box">{text.paused}</p>
    </Notice>
  )
}

function DegradedNotice({ state, look: { text } }: PieceProps) {
  const formats = useFormats()
  const { reason, sentence, nextTryAt, apiUsage } = state.connection
  const unavailable = reason === 'org_unavailable'
  return (
    <Notice
      tone="warning"
      status={unavailable ? 'attention' : 'paused'}
      title={unavailable ? text.unavailableTitle : text.limitTitle({ org: orgName(state) })}
      actions={
        <>
          <Button size="s" busy={state.check.busy} onClick={() => state.check.run()}>
            {text.checkNow}
          </Button>
          {unavailable && <ExternalLink href="https://status.salesforce.com">{text.trust}</ExternalLink>}
        </>
      }
    >
      {sentence !== null && unavailable && <p className="pz-box">{sentence}</p>}
      {!unavailable && apiUsage && <UsageMeter usage={apiUsage} text={text} />}
      {!unavailable && <p className="pz-box">{text.limitWindow}</p>}
      {nextTryAt !== null && <p className="pz-box">{text.nextTry({ time: formats.time(nextTryAt) })}</p>}
    </Notice>
  )
}
