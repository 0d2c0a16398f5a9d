import { lazy, type ReactNode, Suspense, useEffect, useId, useRef } from 'react'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useAnnounce, useParts, useText } from '../../presentation.ts'
import { Button, IconButton, PushIcon, RemedyLink, Time, VisuallyHidden } from '../../primitives/index.ts'
import { type PushButtonMessages, pushButtonMessages } from './push-button.messages.ts'
import type { PushLook } from './push-look.ts'
import { PushResult } from './push-result.tsx'
import { outcomeTitle } from './outcome-title.ts'
import type { PushState } from './use-push.ts'
import { usePatience } from './use-patience.ts'

// Loaded when it is first asked for.
const PushReviewDialog = lazy(() => import('./push-review-dialog.tsx'))

/** What a host's own trigger, such as a menu item, needs. */
export interface PushTrigger {
  label: string
  push: () => void
  /** Opens what a push would change; undefined while it cannot be pushed. */
  preview: (() => void) | undefined
  busy: boolean
  /** Why a press would do nothing; undefined where it works. */
  disabledReason: string | undefined
}

export interface PushButtonViewProps extends PartOptions<'push'> {
  state: PushState
  /** The record's name, for the button's own. */
  recordName?: string
  look?: 'button' | 'icon'
  /** Hides the button, instead of disabling it, from people who may not push. */
  whenNotPermitted?: 'disable' | 'hide'
  /** False where the reason of a disabled button is only to be spoken and shown as a tooltip. */
  showReason?: boolean
  /** `always` shows what would change before every push, `offered` on a press of its own, `never` not at all. */
  review?: 'always' | 'offered' | 'never'
  renderTrigger?: (trigger: PushTrigger) => ReactNode
  messages?: Overrides<PushButtonMessages>
}

/** The button and its result, drawn from a state that the host gives. */
export function PushButtonView(props: PushButtonViewProps) {
  const { state, recordName, look = 'button', whenNotPermitted = 'disable', showReason = look === 'button', messages } = props
  const { review = 'offered' } = props
  const text = useText('push', pushButtonMessages, messages)
  const part = useParts('push', 'push-button', props)
  const reasonId = useId()
  const trigger = useRef<HTMLButtonElement>(null)
  const pushing = state.status === 'ready' && state.pushing
  const slow = usePatience(pushing, 5000)
  useOutcomeNews(state, text)
  if (state.status === 'not_permitted' && whenNotPermitted === 'hide') return null

  const reason = reasonOf(state, text)
  const shown = showReason && state.status !== 'checking' && reason !== undefined
  const name = recordName === undefined ? text.push : text.pushNamed({ name: recordName })
  const label = pushing ? (slow ? text.waiting : text.pushing) : text.push
  const ready = state.status === 'ready' ? state : null
  const preview = ready && !pushing && review !== 'never' ? ready.review.open : undefined
  const push = () => (review === 'always' && preview ? preview() : ready?.push())
  const shared = {
    ref: trigger,
    busy: pushing,
    disabled: reason !== undefined,
    disabledReason: shown ? undefined : reason,
    'aria-describedby': shown ? reasonId : undefined,
    onClick: push,
  }
  return (
    <div {...part('root', { state: state.status })} data-pz="PushButton">
      {props.renderTrigger ? (
        props.renderTrigger({ label: name, push, preview, busy: pushing, disabledReason: reason })
      ) : look === 'icon' ? (
        <IconButton {...shared} icon={<PushIcon />} label={name} variant="secondary" />
      ) : (
        <Button {...shared} {...part('trigger')} icon={<PushIcon />}>
          {label}
          {recordName !== undefined && !pushing && <VisuallyHidden>({recordName})</VisuallyHidden>}
        </Button>
      )}
      {review === 'offered' && preview && look === 'button' && !props.renderTrigger && (
        <Button size="s" variant="plain" aria-haspopup="dialog" onClick={preview}>
          {text.preview}
        </Button>
      )}
      {shown && <Reason state={state} id={reasonId} reason={reason} look={{ text, part }} />}
      {state.status === 'ready' && state.outcome === null && !shown && look === 'button' && (
        <Hint state={state} look={{ text, part }} />
      )}
      {ready && ready.review.status !== 'closed' && (
        <Suspense fallback={null}>
          <PushReviewDialog state={ready} title={name} look={{ text, part }} />
        </Suspense>
      )}
      {state.status === 'ready' && state.outcome !== null && (
        <PushResult state={state} outcome={state.outcome} look={{ text, part }} trigger={trigger} />
      )}
    </div>
  )
}

function reasonOf(state: PushState, text: PushLook['text']): string | undefined {
  switch (state.status) {
    case 'checking':
      return text.checkingAccess
    case 'load_failed':
      return text.loadFailed
    case 'module_disabled':
      return text.moduleDisabled
    case 'not_permitted':
    case 'refused':
      return state.reason
    case 'ready':
      return undefined
  }
  return state satisfies never
}

interface ReasonProps {
  state: PushState
  id: string
  reason: string
  look: PushLook
}

function Reason({ state, id, reason, look: { text, part } }: ReasonProps) {
  return (
    <p {...part('reason')}>
      <span className="pz-box" id={id}>
        {reason}
      </span>{' '}
      {state.status === 'refused' && <RemedyLink remedy={state.remedy} />}
      {state.status === 'load_failed' && (
        <Button size="s" busy={state.retrying} onClick={state.retry}>
          {text.tryAgain}
        </Button>
      )}
    </p>
  )
}

function Hint({ state: { target }, look: { text, part } }: { state: Extract<PushState, { status: 'ready' }>; look: PushLook }) {
  const org = target.orgName ?? 'Salesforce'
  return (
    <p {...part('reason')}>
      {target.action === 'create' ? text.creates({ org }) : text.updates({ org })}
      {target.lastPushedAt !== null && (
        <>
          . {text.lastPushed} <Time instant={target.lastPushedAt} />
        </>
      )}
    </p>
  )
}

/** Says the summary once; a failure, which follows a person's own press, as an alert. */
function useOutcomeNews(state: PushState, text: PushLook['text']) {
  const announce = useAnnounce()
  const outcome = state.status === 'ready' ? state.outcome : null
  const sentence = outcome === null ? null : outcomeTitle(outcome, text)
  const failed = outcome !== null && outcome.kind !== 'answered'
  useEffect(() => {
    if (sentence !== null) announce(sentence, failed ? 'alert' : 'status')
  }, [announce, sentence, failed])
}
