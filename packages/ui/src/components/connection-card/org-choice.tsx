import { useRef, useState } from 'react'
import { Button, ConfirmDialog, ErrorNotice, Field, Input, Notice } from '../../primitives/index.ts'
import { orgName, type PieceProps } from './card-look.ts'

/** Somebody signed in to another org: go back, or start fresh after typing the new org's name. */
export function OrgChoice({ state, look: { text } }: PieceProps) {
  const [asking, setAsking] = useState(false)
  const before = orgName(state)
  const now = state.connection.pendingOrg?.name ?? ''
  const off = state.canManage ? undefined : text.viewOnly
  return (
    <Notice
      tone="warning"
      title={text.differentTitle}
      actions={
        <>
          <Button busy={state.chooseOrg.busy} disabledReason={off} onClick={() => state.chooseOrg.run('keep')}>
            {text.keepOrg({ org: before })}
          </Button>
          <Button disabledReason={off} onClick={() => setAsking(true)}>
            {text.startFresh({ org: now })}
          </Button>
        </>
      }
    >
      <p className="pz-box">{text.different({ before, now })}</p>
      {state.chooseOrg.error && <ErrorNotice title={text.chooseFailed} error={state.chooseOrg.error} />}
      {asking && <StartFresh before={before} now={now} state={state} look={{ text }} onClose={() => setAsking(false)} />}
    </Notice>
  )
}

interface StartFreshProps extends Pick<PieceProps, 'state'> {
  before: string
  now: string
  look: Pick<PieceProps['look'], 'text'>
  onClose: () => void
}

function StartFresh({ before, now, state, look: { text }, onClose }: StartFreshProps) {
  const [typed, setTyped] = useState('')
  const [refused, setRefused] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  function confirm() {
    if (typed.trim() === now) return state.chooseOrg.run('start_fresh')
    setRefused(true)
    input.current?.focus()
  }
  return (
    <ConfirmDialog
      open
      tone="danger"
      title={text.startFreshTitle({ org: now })}
      description={text.startFreshBody({ before, now })}
      confirm={text.startFresh({ org: now })}
      keep={text.keepOrg({ org: before })}
      busy={state.chooseOrg.busy}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Field label={text.typeToConfirm({ org: now })} error={refused ? text.typeMismatch({ org: now }) : undefined}>
        {(control) => <Input {...control} ref={input} value={typed} onChange={(event) => setTyped(event.target.value)} />}
      </Field>
      {state.chooseOrg.error && <ErrorNotice title={text.chooseFailed} error={state.chooseOrg.error} />}
    </ConfirmDialog>
  )
}
