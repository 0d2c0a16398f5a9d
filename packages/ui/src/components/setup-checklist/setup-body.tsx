import type { ReactNode } from 'react'
import { useFormats, usePresentation } from '../../presentation.ts'
import {
  AppLink,
  CopyButton,
  ErrorNotice,
  type HeadingLevel,
  Loading,
  ModuleOff,
  Notice,
  Skeleton,
} from '../../primitives/index.ts'
import { CheckedBody } from './checked-body.tsx'
import type { SetupLook } from './setup-look.ts'
import type { SetupState } from './use-setup-checks.ts'

export interface SetupBodyProps {
  state: SetupState
  look: SetupLook
  /** The level of the checklist's own heading; groups are one below. */
  headingLevel: HeadingLevel
}

/** The checklist without its frame, for the section and for the dialog. */
export function SetupBody({ state, look, headingLevel }: SetupBodyProps) {
  const { text } = look
  const { links } = usePresentation()
  const formats = useFormats()
  if (state.status === 'checked') return <CheckedBody state={state} look={look} headingLevel={headingLevel} />
  if (state.status === 'loading') return <LoadingBody state={state} look={look} />
  if (state.status === 'load_failed') {
    return <ErrorNotice title={text.loadFailed} error={state.error} retry={state.retry} retrying={state.retrying} />
  }
  if (state.status === 'module_disabled') return <ModuleOff />
  if (state.status === 'view_only') {
    return <ByHand look={look} notice={<Notice tone="neutral" status="locked" title={text.viewOnly} />} />
  }
  if (state.status === 'paused') {
    return (
      <ByHand
        look={look}
        notice={
          <Notice tone="warning" status="paused" title={text.paused}>
            {state.sentence} {state.resumesAt !== null && text.resumesAt({ time: formats.time(state.resumesAt) })}
          </Notice>
        }
      />
    )
  }
  const link = <AppLink to={links.settings}>{text.toConnection}</AppLink>
  return (
    <ByHand
      look={look}
      notice={<Notice tone="neutral" title={state.reconnect ? text.reconnect : text.notConnected} actions={link} />}
    />
  )
}

function LoadingBody({ state, look: { text, part } }: { state: Extract<SetupState, { status: 'loading' }>; look: SetupLook }) {
  return (
    <Loading phase={state.phase} slowTitle={text.stillLoading} retry={state.retry} part={part('items', { state: 'loading' })}>
      <Skeleton className="pz-setup-checklist-ghost" width="full" />
      <Skeleton className="pz-setup-checklist-ghost" width="full" />
      <Skeleton className="pz-setup-checklist-ghost" width="full" />
    </Loading>
  )
}

/** The steps as they are for every org, while this one cannot be asked. */
function ByHand({ look: { text, part }, notice }: { look: SetupLook; notice: ReactNode }) {
  const steps = [text.step1, text.step2, text.step3, text.step4, text.step5]
  const all = () => [text.byHand, ...steps.map((step, at) => `${at + 1}. ${step}`)].join('\n')
  return (
    <>
      {notice}
      <p className="pz-box">{text.why}</p>
      <div className="pz-box">
        <p className="pz-box pz-setup-checklist-lead">{text.byHand}</p>
        <ol {...part('steps')}>
          {steps.map((step) => (
            <li key={step} className="pz-box pz-setup-checklist-step">
              {step}
            </li>
          ))}
        </ol>
      </div>
      <div {...part('footer')}>
        <div className="pz-box pz-actions">
          <CopyButton label={text.copyInstructions} said={text.instructionsCopied} text={all} />
        </div>
      </div>
    </>
  )
}
