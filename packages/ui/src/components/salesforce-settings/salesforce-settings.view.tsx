import { objectOf } from '@pryzm/salesforce-sdk/mapping'
import { type ReactNode, useId } from 'react'
import { type ObjectWords, useObjectWords } from '../../object-words.ts'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useFormats, useParts, useText } from '../../presentation.ts'
import {
  ErrorNotice,
  type HeadingLevel,
  Loading,
  ModuleOff,
  Notice,
  Section,
  Skeleton,
  type Status,
  Time,
} from '../../primitives/index.ts'
import { HealthCard } from './health-card.tsx'
import { type SalesforceSettingsMessages, salesforceSettingsMessages } from './salesforce-settings.messages.ts'
import type { SettingsLook } from './settings-look.ts'
import { SettingsStep } from './settings-step.tsx'
import { type StepKey, stepKeys } from './settings-steps.ts'
import { useSettingsNews } from './use-settings-news.ts'
import type { ReadySettings, SalesforceSettingsState } from './use-salesforce-settings.ts'

export interface SalesforceSettingsViewProps extends PartOptions<'settings'> {
  state: SalesforceSettingsState
  /** The level of each step's heading; the components inside are one below. */
  headingLevel?: HeadingLevel
  messages?: Overrides<SalesforceSettingsMessages>
  /** A step to open, such as the one that the host's address names. */
  open?: StepKey | undefined
  /** The component of each step. */
  components: Readonly<Record<StepKey, ReactNode>>
  /** What follows the steps, such as the last syncs. */
  history?: ReactNode
}

/** The page drawn from a state and components that the host gives. */
export function SalesforceSettingsView({
  state,
  headingLevel = 2,
  messages,
  open,
  components,
  history,
  ...options
}: SalesforceSettingsViewProps) {
  const progressId = useId()
  const text = useText('settings', salesforceSettingsMessages, messages)
  const part = useParts('settings', 'salesforce-settings', options)
  const look = { text, part }
  return (
    <Section
      name="SalesforceSettings"
      part={part('root', { state: state.status })}
      labelledBy={progressId}
      busy={state.status === 'loading'}
    >
      {state.status === 'ready' ? (
        <div className="pz-box pz-salesforce-settings-page">
          <div className="pz-box">
            <Steps
              state={state}
              look={look}
              headingLevel={headingLevel}
              open={open}
              components={components}
              progressId={progressId}
            />
          </div>
          <div {...part('side')}>
            <HealthCard state={state} look={look} headingLevel={headingLevel} />
            {history}
          </div>
        </div>
      ) : (
        <Unready state={state} look={look} progressId={progressId} />
      )}
    </Section>
  )
}

interface StepsProps extends Pick<SalesforceSettingsViewProps, 'open' | 'components'> {
  state: ReadySettings
  look: SettingsLook
  headingLevel: HeadingLevel
  progressId: string
}

function Steps({ state, look, headingLevel, open, components, progressId }: StepsProps) {
  const { text, part } = look
  const anchor = useId()
  const { steps, run } = state
  const current = steps.find((step) => step.state === 'current')
  useSettingsNews(state, text, `${anchor}-${current?.key ?? 'sync'}`)
  return (
    <>
      {current && (
        <a className="pz-box pz-link pz-salesforce-settings-skip" href={`#${anchor}-${current.key}`}>
          {text.skip}
        </a>
      )}
      <p className="pz-box pz-salesforce-settings-progress" id={progressId}>
        {text.progress({ done: steps.filter((step) => step.state === 'done').length, total: steps.length })}{' '}
        {run?.finishedAt != null && (
          <span className="pz-box pz-muted">
            {text.lastPull} <Time instant={run.finishedAt} />.
          </span>
        )}
      </p>
      <PageNotice state={state} look={look} />
      <ol {...part('steps')}>
        {steps.map((step, at) => (
          <SettingsStep
            key={step.key}
            step={step}
            position={at + 1}
            state={state}
            look={look}
            headingLevel={headingLevel}
            anchor={`${anchor}-${step.key}`}
            wanted={open === step.key}
          >
            {components[step.key]}
          </SettingsStep>
        ))}
      </ol>
    </>
  )
}

/** The first of what holds for the whole page, and how much more there is. */
function PageNotice({ state, look: { text } }: { state: ReadySettings; look: SettingsLook }) {
  const formats = useFormats()
  const objects = useObjectWords()
  const { connection, returned, canManage, online, checkedAt } = state
  if (!online) return <Notice tone="neutral" title={text.offline({ time: formats.time(checkedAt) })} />
  const [first, ...more] = gatesOf(state, text, objects)
  if (first) {
    return (
      <Notice tone="warning" status={first.status} title={first.title}>
        {more.length > 0 ? text.andMore({ count: more.length }) : undefined}
      </Notice>
    )
  }
  if (returned === 'connected' && connection.org) {
    return (
      <Notice tone="success" title={text.justConnected({ org: connection.org.name })}>
        {state.steps.some(({ key, state: step }) => key === 'setup' && step !== 'done') && text.nextSetup}
      </Notice>
    )
  }
  return canManage ? null : <Notice tone="neutral" status="locked" title={text.viewOnly} />
}

/** What is in the way of every step; what is in the way of one says that step. */
function gatesOf(
  { connection }: ReadySettings,
  text: SettingsLook['text'],
  objects: ObjectWords,
): { status: Status; title: string }[] {
  const types = connection.viewer.missingEntityAccess.map((type) => objects[objectOf(type)].pryzm)
  const { status, sentence, viewer } = connection
  return [
    ...(viewer.canManage && types.length > 0 ? [{ status: 'locked' as const, title: text.noEntityAccess({ types }) }] : []),
    ...(status === 'reauthorization_required' ? [{ status: 'paused' as const, title: text.syncPaused }] : []),
    ...(status === 'degraded' ? [{ status: 'paused' as const, title: sentence ?? text.healthPaused }] : []),
  ]
}

interface UnreadyProps {
  state: Exclude<SalesforceSettingsState, ReadySettings>
  look: SettingsLook
  progressId: string
}

function Unready({ state, look: { text, part }, progressId }: UnreadyProps) {
  if (state.status === 'module_disabled') return <ModuleOff titleId={progressId} />
  if (state.status === 'load_failed') {
    return (
      <ErrorNotice
        title={<span id={progressId}>{text.loadFailed}</span>}
        error={state.error}
        retry={state.retry}
        retrying={state.retrying}
      />
    )
  }
  return (
    <Loading phase={state.phase} slowTitle={text.stillLoading} retry={state.retry} part={part('steps', { state: 'loading' })}>
      <div className="pz-box pz-salesforce-settings-page">
        <div className="pz-box">
          <div className="pz-box pz-salesforce-settings-progress">
            <Skeleton width="l" />
          </div>
          <div className="pz-box pz-salesforce-settings-steps">
            {stepKeys.map((key) => (
              <Skeleton key={key} className="pz-salesforce-settings-ghost" width="full" />
            ))}
          </div>
        </div>
        <Skeleton className="pz-salesforce-settings-room" width="full" />
      </div>
    </Loading>
  )
}
