import type { MouseEvent } from 'react'
import { useFormats, usePresentation } from '../../presentation.ts'
import {
  AppLink,
  Button,
  CopyButton,
  ErrorNotice,
  Heading,
  type HeadingLevel,
  JobBadge,
  Notice,
  Time,
} from '../../primitives/index.ts'
import type { ReadyJob } from './job-detail.view.tsx'
import { jobSearch, type JobView } from './job-view.ts'
import type { JobWords } from './job-words.ts'

export interface JobHeaderProps {
  state: ReadyJob
  titleId: string
  headingLevel: HeadingLevel
  words: JobWords
}

/** What ran, how it ended, and what can be done with it. */
export function JobHeader({ state, titleId, headingLevel, words }: JobHeaderProps) {
  const { t, part } = words
  const { job, view } = state
  const { links } = usePresentation()
  return (
    <header {...part('header')}>
      <nav {...part('back')}>
        <AppLink to={links.jobs}>{t.history}</AppLink>
      </nav>
      <div {...part('title-row')}>
        <Heading level={headingLevel} id={titleId} part={part('title')}>
          {job.kind === 'pull' ? t.pullOf(job) : t.pushOf(job)}
        </Heading>
        <JobBadge job={job} variant="soft" />
        <div {...part('actions')}>
          <CopyButton
            size="s"
            variant="plain"
            label={t.copyLink}
            said={t.linkCopied}
            text={() => addressOf(links.job(job.id), view)}
          />
          <ExportLink state={state} words={words} />
          <RetryFailed state={state} words={words} />
        </div>
      </div>
      <Meta state={state} words={words} />
      <JobNotices state={state} words={words} />
    </header>
  )
}

/** The whole address of what is shown, on the page that the host has for it. */
function addressOf(page: string, view: JobView): string {
  const url = new URL(page, globalThis.location.href)
  const search = jobSearch(view)
  if (search === '') return url.href
  return `${url.href}${url.href.includes('?') ? '&' : '?'}${search}`
}

/** A link, so that it can be opened or copied; pressed, it asks with what the client sends and tells that it waits. */
function ExportLink({ state, words: { t } }: { state: ReadyJob; words: JobWords }) {
  const { preparing, start, cancel } = state.export
  if (preparing) {
    return (
      <>
        <Button busy>{t.exportPreparing}</Button>
        <Button variant="plain" onClick={cancel}>
          {t.exportCancel}
        </Button>
      </>
    )
  }
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    start()
  }
  return (
    <a className="pz-box pz-link-button" href={state.exportUrl} download onClick={press}>
      {t.exportCsv}
    </a>
  )
}

function RetryFailed({ state: { job, retry }, words: { t } }: { state: ReadyJob; words: JobWords }) {
  if (retry.may === null || job.counts.failed === 0 || retry.retried?.as === 'started') return null
  return (
    <Button busy={retry.action.busy} onClick={() => retry.action.run({})}>
      {t.retryFailed({ count: job.counts.failed, kind: job.kind })}
    </Button>
  )
}

function Meta({ state: { job }, words: { t, part } }: { state: ReadyJob; words: JobWords }) {
  const formats = useFormats()
  const { links } = usePresentation()
  const version = t.mappingVersion({ version: job.mappingVersion })
  const { startedAt, finishedAt } = job
  const took =
    startedAt === null
      ? t.waiting
      : finishedAt === null
        ? t.stillRunning
        : formats.duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)
  const entries = [
    { term: t.startedBy, value: job.startedBy.id === 'system' ? t.system : <bdi className="pz-box">{job.startedBy.name}</bdi> },
    { term: t.started, value: <Time instant={startedAt ?? job.queuedAt} show="dateTime" /> },
    { term: t.took, value: took },
    ...(job.mode === null ? [] : [{ term: t.mode, value: t[job.mode] }]),
    {
      term: t.mapping,
      value: job.mappingVersion > 0 ? <AppLink to={links.mappingVersion(job.mappingVersion)}>{version}</AppLink> : version,
    },
  ]
  return (
    <dl {...part('meta')}>
      {entries.map(({ term, value }) => (
        <div key={term} {...part('meta-entry')}>
          <dt {...part('term')}>{term}</dt>
          <dd {...part('value')}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What has to be known about the whole job: why it stopped or waits, and what a retry did. */
function JobNotices({ state, words: { t } }: { state: ReadyJob; words: JobWords }) {
  const { job, mappingChanged, retry } = state
  const formats = useFormats()
  const { links } = usePresentation()
  const tone = job.state === 'failed' ? 'danger' : job.state === 'paused' ? 'warning' : 'neutral'
  return (
    <>
      {job.reason && (
        <Notice
          tone={tone}
          status={job.state === 'paused' ? 'paused' : job.state === 'failed' ? 'failed' : 'info'}
          title={job.reason.sentence}
        >
          {job.nextTryAt && t.nextTry({ time: formats.time(job.nextTryAt) })}
        </Notice>
      )}
      {retry.action.error && <ErrorNotice title={t.retryFailedTitle} error={retry.action.error} />}
      {retry.retried?.as === 'started' && (
        <Notice
          tone="success"
          title={retry.retried.cause === null ? t.retryStarted : t.retryCauseStarted}
          actions={
            retry.retried.job === null ? (
              <AppLink to={links.jobs}>{t.openHistory}</AppLink>
            ) : (
              <AppLink to={links.job(retry.retried.job)}>{t.openNewSync}</AppLink>
            )
          }
        >
          {t.retryStartedBody}
        </Notice>
      )}
      {retry.retried?.as === 'already_running' && <Notice tone="info" title={t.retryAlreadyRunning} />}
      {state.export.error && <ErrorNotice title={t.exportFailed} error={state.export.error} retry={state.export.start} />}
      {mappingChanged && (
        <Notice tone="info" title={t.mappingChanged} actions={<AppLink to={links.mapping}>{t.openMapping}</AppLink>} />
      )}
    </>
  )
}
