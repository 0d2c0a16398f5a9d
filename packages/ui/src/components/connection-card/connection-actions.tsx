import { type SyntheticEvent, useState } from 'react'
import { Button, CopyButton, Field, Input, Time } from '../../primitives/index.ts'
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
          {look.text.lastCheck} <Time instant={new Date(state.checkedAt).toISOString()} />
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
  function connect(event: SyntheticEvent) {
    event.preventDefault()
    if (!state.canManage) return
    const loginHost = hostOf(host ?? '')
    setWrong(loginHost !== '' && !myDomain.test(loginHost))
    if (loginHost === '') state.connect.run()
    else if (myDomain.test(loginHost)) state.connect.run({ loginHost })
  }
  return (
    <form className="pz-box pz-connection-card-form" onSubmit={connect} noValidate>
      {host !== null && (
        <Field label={text.myDomain} hint={text.myDomainHint} error={wrong ? text.myDomainWrong : undefined}>
          {(control) => (
            <Input {...control} dir="ltr" ref={focusAtOnce} value={host} onChange={(event) => setHost(event.target.value)} />
          )}
        </Field>
      )}
      <div className="pz-box pz-actions">
        <Button
          variant="primary"
          busy={state.connect.busy}
          disabledReason={state.canManage ? undefined : text.viewOnly}
          type="submit"
        >
          {state.connect.busy ? text.opening : connectWord(state, text)}
        </Button>
        {host === null && state.canManage && (
          <Button variant="plain" onClick={() => setHost('')}>
            {text.useMyDomain}
          </Button>
        )}
      </div>
    </form>
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
