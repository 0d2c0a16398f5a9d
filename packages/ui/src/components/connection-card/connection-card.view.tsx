import { useId, useRef } from 'react'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useParts, usePresentation, useText } from '../../presentation.ts'
import {
  CloudIcon,
  ErrorNotice,
  Heading,
  type HeadingLevel,
  Loading,
  ModuleOff,
  Section,
  Skeleton,
  type Status,
  StatusBadge,
  useRoom,
} from '../../primitives/index.ts'
import { type ConnectionCardMessages, connectionCardMessages } from './connection-card.messages.ts'
import { ConnectionActions } from './connection-actions.tsx'
import { ConnectionDetails } from './connection-details.tsx'
import { ConnectionNotices } from './connection-notices.tsx'
import { ConnectIntroduction } from './connect-introduction.tsx'
import type { CardLook } from './card-look.ts'
import type { ConnectionState } from './use-connection.ts'
import { useConnectionNews } from './use-connection-news.ts'

export interface ConnectionCardViewProps extends PartOptions<'connection'> {
  state: ConnectionState
  headingLevel?: HeadingLevel
  messages?: Overrides<ConnectionCardMessages>
}

const shapes: Record<ConnectionState['status'], Status> = {
  loading: 'running',
  load_failed: 'failed',
  module_disabled: 'locked',
  disconnected: 'waiting',
  connecting: 'running',
  connected: 'done',
  reauthorization_required: 'attention',
  degraded: 'paused',
}

/** The card drawn from a state that the host gives. */
export function ConnectionCardView({ state, headingLevel = 2, messages, ...options }: ConnectionCardViewProps) {
  const titleId = useId()
  const text = useText('connection', connectionCardMessages, messages)
  const part = useParts('connection', 'connection-card', options)
  const heading = useConnectionNews(state, text)
  const { Logo } = usePresentation().slots
  const look: CardLook = { text, part }
  const panel = useRef<HTMLDivElement>(null)
  const row = fitsOneRow(state)
  const wide = useRoom(panel, 768)
  return (
    <Section
      name="ConnectionCard"
      part={part('root', { state: state.status })}
      labelledBy={titleId}
      busy={state.status === 'loading'}
    >
      <div ref={panel} className="pz-box pz-card pz-connection-card-panel" data-state={state.status} data-row={row || undefined}>
        <div {...part('header', { row })}>
          <span {...part('logo')}>{Logo ? <Logo /> : <CloudIcon />}</span>
          <Heading level={headingLevel} id={titleId} part={part('title')} ref={heading}>
            {text.title}
          </Heading>
          <Badge state={state} look={look} />
        </div>
        <CardBody state={state} look={look} actionsFirst={row && wide} />
      </div>
    </Section>
  )
}

/** True where the card has nothing but the org and what can be done with it: that is one row where there is room. */
function fitsOneRow(state: ConnectionState): boolean {
  const settled = state.status === 'connected' || state.status === 'degraded'
  return settled && state.connection.org !== null && state.connection.pendingOrg === null
}

function Badge({ state, look: { text, part } }: { state: ConnectionState; look: CardLook }) {
  if (state.status === 'loading' || state.status === 'load_failed') return null
  const unavailable = state.status === 'degraded' && state.connection.reason === 'org_unavailable'
  const status = unavailable ? 'attention' : shapes[state.status]
  const word = state.status === 'module_disabled' ? text.moduleOff : unavailable ? text.notResponding : text[state.status]
  return (
    <StatusBadge status={status} part={part('badge', { state: state.status })}>
      {word}
    </StatusBadge>
  )
}

interface CardBodyProps {
  state: ConnectionState
  look: CardLook
  /** True where the actions stand in the row above the notices. */
  actionsFirst: boolean
}

/** What is under the title, in the order in which it is seen, so that Tab goes the same way. */
function CardBody({ state, look, actionsFirst }: CardBodyProps) {
  const { text, part } = look
  if (state.status === 'loading') return <LoadingBody state={state} look={look} />
  if (state.status === 'module_disabled') return <ModuleOff />
  if (state.status === 'load_failed') {
    return <ErrorNotice title={text.loadFailed} error={state.error} retry={state.retry} retrying={state.retrying} />
  }
  // After a disconnect the org is still known, but it is no longer what the card is about.
  const showsOrg = state.connection.org !== null && state.status !== 'disconnected' && state.status !== 'connecting'
  const notices = (
    <div key="notices" {...part('notice')}>
      <ConnectionNotices state={state} look={look} />
    </div>
  )
  const rest = [
    showsOrg && <ConnectionDetails key="details" state={state} look={look} />,
    !showsOrg && !state.connection.pendingOrg && <ConnectIntroduction key="introduction" state={state} look={look} />,
    <ConnectionActions key="actions" state={state} look={look} />,
  ]
  return actionsFirst ? [...rest, notices] : [notices, ...rest]
}

function LoadingBody({
  state,
  look: { text, part },
}: {
  state: Extract<ConnectionState, { status: 'loading' }>
  look: CardLook
}) {
  return (
    <Loading phase={state.phase} slowTitle={text.stillLoading} retry={state.retry} part={part('body', { state: 'loading' })}>
      <Skeleton width="l" />
      <Skeleton />
      <Skeleton shape="button" />
    </Loading>
  )
}
