import { lazy, type KeyboardEvent, type ReactNode, Suspense, useEffect, useId, useRef } from 'react'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useAnnounce, useParts, useText } from '../../presentation.ts'
import { Button, commonMessages, IconButton, PushIcon, VisuallyHidden, useRoom } from '../../primitives/index.ts'
import { outcomeTitle } from './outcome-title.ts'
import { type PushButtonMessages, pushButtonMessages } from './push-button.messages.ts'
import { PushHint, PushReason } from './push-hint.tsx'
import type { PushLook } from './push-look.ts'
import type { PushState } from './use-push.ts'
import { usePatience } from './use-patience.ts'

// It sits on every record's page, so that what opens is loaded when it is first asked for.
const PushReviewDialog = lazy(() => import('./push-review-dialog.tsx'))
const PushResultDialog = lazy(() => import('./push-result-dialog.tsx'))

/** Icon, paddings and 32 px of text: a button with less room shows its icon alone. */
const LEAST_ROOM = 84

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
  /** `icon` also comes by itself where there is no room for words. */
  look?: 'button' | 'icon'
  /** Hides the button, instead of disabling it, from people who may not push. */
  whenNotPermitted?: 'disable' | 'hide'
  /** False where the reason of a disabled button is only to be spoken and shown as a tooltip. */
  showReason?: boolean
  /**
   * When a press shows what would change before anything is sent: `always`, `when-overwriting` where a value changed in
   * Salesforce since the last sync, or `never`.
   */
  review?: 'always' | 'when-overwriting' | 'never'
  renderTrigger?: (trigger: PushTrigger) => ReactNode
  messages?: Overrides<PushButtonMessages>
}

/** The button and its result, drawn from a state that the host gives. */
export function PushButtonView(props: PushButtonViewProps) {
  const { state, recordName, whenNotPermitted = 'disable', review = 'when-overwriting', renderTrigger, messages } = props
  const text = useText('push', pushButtonMessages, messages)
  const common = useText('common', commonMessages)
  const part = useParts('push', 'push-button', props)
  const reasonId = useId()
  const root = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const hasRoom = useRoom(root, LEAST_ROOM)
  useOutcomeNews(state, text)

  const ready = state.status === 'ready' ? state : null
  const label = useLabel(ready, text)
  if (state.status === 'not_permitted' && whenNotPermitted === 'hide') return null
  const withWords = props.look !== 'icon' && hasRoom
  const reason = state.status === 'not_permitted' ? common.needsPush : reasonOf(state, text, common.moduleDisabled)
  const shown = (props.showReason ?? withWords) && state.status !== 'checking' && reason !== undefined
  const name = recordName === undefined ? text.push : text.pushNamed({ name: recordName })
  const busy = ready?.pushing ?? false
  const preview = ready && !busy && review !== 'never' ? ready.review.open : undefined
  const push = () => {
    // A second press while its result is still on the way to the screen is no second push.
    if (!ready || busy || ready.outcome !== null) return
    if (review === 'always') ready.review.open()
    else if (review === 'never') ready.push()
    else ready.review.sendUnlessOverwriting()
  }
  const shared = {
    ref: trigger,
    busy,
    disabled: reason !== undefined,
    disabledReason: shown ? undefined : reason,
    'aria-describedby': shown ? reasonId : undefined,
    onClick: push,
    onKeyDown: pressOnce,
  }
  const look = { text, part }
  return (
    <div ref={root} {...part('root', { state: state.status })} data-pz="PushButton">
      {renderTrigger ? (
        renderTrigger({ label: name, push, preview, busy, disabledReason: reason })
      ) : (
        <div className="pz-box pz-push-button-controls">
          {withWords ? (
            <Button {...shared} {...part('trigger')} icon={<PushIcon />}>
              {label}
              {recordName !== undefined && !busy && <VisuallyHidden>({recordName})</VisuallyHidden>}
            </Button>
          ) : (
            <IconButton {...shared} icon={<PushIcon />} label={name} variant="secondary" />
          )}
          {withWords && preview && (
            <Button variant="plain" aria-haspopup="dialog" onClick={preview}>
              {text.preview}
            </Button>
          )}
        </div>
      )}
      {shown && <PushReason state={state} id={reasonId} reason={reason} look={look} />}
      {ready && ready.outcome === null && withWords && !renderTrigger && <PushHint state={ready} look={look} />}
      <Suspense fallback={null}>
        {ready && ready.review.status !== 'closed' && <PushReviewDialog state={ready} title={name} look={look} />}
        {ready && ready.outcome !== null && (
          <PushResultDialog state={ready} outcome={ready.outcome} recordName={recordName} look={look} trigger={trigger} />
        )}
      </Suspense>
    </div>
  )
}

function useLabel(ready: Extract<PushState, { status: 'ready' }> | null, text: PushLook['text']): string {
  const slow = usePatience(ready?.pushing === true, 5000)
  if (!ready?.pushing) return text.push
  if (slow) return text.waiting
  return ready.review.looking ? text.looking : text.pushing
}

/** A key that is held down presses once. */
function pressOnce(event: KeyboardEvent) {
  if (event.repeat && event.key === 'Enter') event.preventDefault()
}

function reasonOf(
  state: Exclude<PushState, { status: 'not_permitted' }>,
  text: PushLook['text'],
  moduleDisabled: string,
): string | undefined {
  switch (state.status) {
    case 'checking':
      return text.checkingAccess
    case 'load_failed':
      return text.loadFailed
    case 'module_disabled':
      return moduleDisabled
    case 'refused':
      return state.reason
    case 'ready':
      return undefined
  }
  return state satisfies never
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
