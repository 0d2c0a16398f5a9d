import { useId } from 'react'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useParts, usePresentation, useText } from '../../presentation.ts'
import {
  AppLink,
  ErrorNotice,
  Heading,
  type HeadingLevel,
  Loading,
  ModuleOff,
  Section,
  Skeleton,
} from '../../primitives/index.ts'
import { ActivePull } from './active-pull.tsx'
import { IdlePull } from './idle-pull.tsx'
import type { PullLook } from './pull-look.ts'
import { type PullPanelMessages, pullPanelMessages } from './pull-panel.messages.ts'
import type { PullState } from './use-pull.ts'
import { usePullNews } from './use-pull-news.ts'

export interface PullPanelViewProps extends PartOptions<'pull'> {
  state: PullState
  headingLevel?: HeadingLevel
  messages?: Overrides<PullPanelMessages>
}

/** The panel drawn from a state that the host gives. */
export function PullPanelView({ state, headingLevel = 2, messages, ...options }: PullPanelViewProps) {
  const titleId = useId()
  const { links } = usePresentation()
  const text = useText('pull', pullPanelMessages, messages)
  const part = useParts('pull', 'pull-panel', options)
  usePullNews(state, text)
  return (
    <Section name="PullPanel" part={part('root', { state: state.status })} labelledBy={titleId} busy={state.status === 'loading'}>
      <div className="pz-box pz-card">
        <div {...part('header')}>
          <Heading level={headingLevel} id={titleId} part={part('title')}>
            {text.title}
          </Heading>
          <AppLink to={links.jobs}>{text.history}</AppLink>
        </div>
        <PanelBody state={state} look={{ text, part }} />
      </div>
    </Section>
  )
}

function PanelBody({ state, look }: { state: PullState; look: PullLook }) {
  const { text, part } = look
  if (state.status === 'idle') return <IdlePull state={state} look={look} />
  if (state.status === 'active') return <ActivePull state={state} look={look} />
  if (state.status === 'module_disabled') return <ModuleOff />
  if (state.status === 'load_failed') {
    return <ErrorNotice title={text.loadFailed} error={state.error} retry={state.retry} retrying={state.retrying} />
  }
  return (
    <Loading phase={state.phase} slowTitle={text.stillLoading} retry={state.retry} part={part('items', { state: 'loading' })}>
      <Skeleton width="l" />
      <Skeleton width="full" />
      <Skeleton width="full" />
      <Skeleton shape="button" />
    </Loading>
  )
}
