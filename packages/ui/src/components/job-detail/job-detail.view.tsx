import { type ReactNode, useId, useMemo } from 'react'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useParts, usePresentation, useText } from '../../presentation.ts'
import {
  AppLink,
  ErrorNotice,
  Heading,
  type HeadingLevel,
  Loading,
  ModuleOff,
  Notice,
  Section,
  Skeleton,
} from '../../primitives/index.ts'
import { type JobDetailMessages, jobDetailMessages } from './job-detail.messages.ts'
import { JobHeader } from './job-header.tsx'
import { JobSummary } from './job-summary.tsx'
import type { JobWords } from './job-words.ts'
import { RecordList } from './record-list.tsx'
import type { JobDetailState } from './use-job-detail.ts'

export type ReadyJob = Extract<JobDetailState, { status: 'ready' }>

export interface JobDetailViewProps extends PartOptions<'job'> {
  state: JobDetailState
  headingLevel?: HeadingLevel
  messages?: Overrides<JobDetailMessages>
}

/** A job's detail drawn from a state that the host gives. */
export function JobDetailView({ state, headingLevel = 2, messages, ...options }: JobDetailViewProps) {
  const titleId = useId()
  const t = useText('job', jobDetailMessages, messages)
  const part = useParts('job', 'job-detail', options)
  const words = useMemo((): JobWords => ({ t, part }), [t, part])
  return (
    <Section name="JobDetail" part={part('root', { state: state.status })} labelledBy={titleId} busy={state.status === 'loading'}>
      <div className="pz-box pz-card">
        {state.status === 'ready' ? (
          <>
            <JobHeader state={state} titleId={titleId} headingLevel={headingLevel} words={words} />
            <JobSummary state={state} titleId={titleId} words={words} />
            <RecordList state={state} words={words} />
          </>
        ) : (
          <>
            <Heading level={headingLevel} id={titleId} part={part('title')}>
              {t.loading}
            </Heading>
            <NotReady state={state} words={words} />
          </>
        )}
      </div>
    </Section>
  )
}

function NotReady({ state, words }: { state: Exclude<JobDetailState, { status: 'ready' }>; words: JobWords }): ReactNode {
  const { t } = words
  const { links } = usePresentation()
  switch (state.status) {
    case 'not_found':
      return (
        <Notice tone="neutral" title={t.notFound} actions={<AppLink to={links.jobs}>{t.openHistory}</AppLink>}>
          {t.notFoundBody}
        </Notice>
      )
    case 'not_permitted':
      return (
        <Notice tone="neutral" status="locked" title={t.notPermitted}>
          {t.notPermittedBody}
        </Notice>
      )
    case 'module_disabled':
      return <ModuleOff />
    case 'load_failed':
      return <ErrorNotice title={t.loadFailed} error={state.error} retry={state.retry} retrying={state.retrying} />
    case 'loading':
      return (
        <Loading phase={state.phase} slowTitle={t.stillLoading} retry={state.retry} part={words.part('loading')}>
          <Skeleton width="l" />
          <Skeleton width="full" />
          <Skeleton width="full" />
          <Skeleton width="full" />
        </Loading>
      )
  }
}
