import { type MouseEvent, type SyntheticEvent, useRef, useState } from 'react'
import { Button, CopyButton, Field, Input, RunningIcon, StatusBadge, Time } from '../../primitives/index.ts'
import type { PieceProps } from './card-look.ts'
import { DisconnectDialog } from './disconnect-dialog.tsx'

/** Connect, reconnect or disconnect; disabled with the rule and role named where the viewer may not. */
export function ConnectionActions(props: PieceProps) {
  const { state, look } = props
  const { part } = look
  const connectable = state.status !== 'connected' && state.status !== 'degraded' && !state.connection.pendingOrg
  return (
    <div {...part('footer')}>
      {connectable && <ConnectForm {...props} />}
      {state.connection.org && !state.connection.pendingOrg && state.status !== 'disconnected' && <Disconnect {...props} />}
      {!state.canManage && <ViewOnly {...props} />}
      {state.connection.org && state.status !== 'disconnected' && (
        <p className="pz-box pz-muted pz-connection-card-checked">
          {state.connection.refreshing ? (
            <StatusBadge status="running" variant="plain">
              {look.text.refreshing}
            </StatusBadge>
          ) : (
            <>
              {look.text.lastCheck} <Time instant={new Date(state.checkedAt).toISOString()} />
            </>
          )}
        </p>
      )}
    </div>
  )
}

function ViewOnly({ state, look: { text } }: PieceProps) {
  return (
    <p className="pz-box pz-muted pz-connection-card-reason">
      {text.viewOnly}{' '}
      {state.status === 'disconnected' && (
        <CopyButton size="s" variant="plain" label={text.copyRequest} said={text.requestCopied} text={() => text.request} />
      )}
    </p>
  )
}

const myDomain = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.my\.salesforce\.com$/i

function ConnectForm({ state, look: { text } }: PieceProps) {
  const [host, setHost] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const typedHost = hostOf(host ?? '')
  function connect(event: SyntheticEvent) {
    event.preventDefault()
    if (!state.canManage || state.connect.busy) return
    setWrong(typedHost !== '' && !myDomain.test(typedHost))
    if (typedHost === '') state.connect.run()
    else if (myDomain.test(typedHost)) state.connect.run({ loginHost: typedHost })
  }
  const href = state.canManage ? state.connectHref(myDomain.test(typedHost) ? { loginHost: typedHost } : {}) : null
  const word = state.connect.busy ? text.opening : connectWord(state, text)
  return (
    <form className="pz-box pz-connection-card-form" ref={form} onSubmit={connect} noValidate>
      {host !== null && (
        <Field label={text.myDomain} hint={text.myDomainHint} error={wrong ? text.myDomainWrong : undefined}>
          {(control) => (
            <Input {...control} dir="ltr" ref={focusAtOnce} value={host} onChange={(event) => setHost(event.target.value)} />
          )}
        </Field>
      )}
      <div className="pz-box pz-actions">
        {href === null ? (
          <Button
            variant="primary"
            busy={state.connect.busy}
            disabledReason={state.canManage ? undefined : text.viewOnly}
            type="submit"
          >
            {word}
          </Button>
        ) : (
          <ConnectLink href={href} busy={state.connect.busy} onPress={() => form.current?.requestSubmit()}>
            {word}
          </ConnectLink>
        )}
        {host === null && state.canManage && (
          <Button variant="plain" onClick={() => setHost('')}>
            {text.useMyDomain}
          </Button>
        )}
      </div>
    </form>
  )
}

interface ConnectLinkProps {
  href: string
  busy: boolean
  onPress: () => void
  children: string
}

/** A link, so that a middle click or the context menu can open Salesforce's sign-in in a new tab; a plain press stays here. */
function ConnectLink({ href, busy, onPress, children }: ConnectLinkProps) {
  function press(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (!busy) onPress()
  }
  return (
    <a
      className="pz-box pz-link-button"
      data-look="primary"
      data-busy={busy || undefined}
      href={href}
      aria-disabled={busy || undefined}
      onClick={press}
    >
      {busy && <RunningIcon />}
      {children}
    </a>
  )
}

// The button that opened the field is gone, so focus would be lost.
function focusAtOnce(input: HTMLInputElement | null) {
  input?.focus()
}

/** People paste whole addresses; the host is what counts. */
function hostOf(typed: string): string {
  return typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
}

function connectWord({ status, connection }: PieceProps['state'], text: PieceProps['look']['text']): string {
  if (status === 'connecting') return text.connectAgain
  if (status === 'reauthorization_required') return text.reconnect
  if (connection.reason === 'missing_scope') return text.reconnectAll
  if (connection.reason === 'attempt_expired' && connection.packageInstallUrl !== null) return text.installedTryAgain
  const refusedOrg = connection.reason === 'sandbox_org' || connection.reason === 'scratch_org'
  return refusedOrg ? text.connectOther : text.connect
}

function Disconnect(props: PieceProps) {
  const { state, look } = props
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button disabledReason={state.canManage ? undefined : look.text.viewOnly} onClick={() => setAsking(true)}>
        {look.text.disconnect}
      </Button>
      <DisconnectDialog {...props} open={asking} onClose={() => setAsking(false)} />
    </>
  )
}
