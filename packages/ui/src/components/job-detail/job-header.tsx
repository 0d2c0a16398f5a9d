import { isOver } from '../../data/index.ts'
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
  const { job } = state
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
          <CopyButton size="s" variant="plain" label={t.copyLink} said={t.linkCopied} text={() => globalThis.location.href} />
          <a className="pz-box pz-link-button" href={state.exportUrl} download>
            {t.exportCsv}
          </a>
          <Retry state={state} words={words} />
        </div>
      </div>
      <Meta state={state} words={words} />
      <JobNotices state={state} words={words} />
    </header>
  )
}

function Retry({ state: { job, canManage, retryFailed, retried }, words: { t } }: { state: ReadyJob; words: JobWords }) {
  if (!canManage || job.counts.failed === 0 || !isOver(job.state) || retried === 'started') return null
  return (
    <Button busy={retryFailed.busy} onClick={() => retryFailed.run()}>
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
    { term: t.startedBy, value: job.startedBy.id === 'system' ? t.system : <bdi>{job.startedBy.name}</bdi> },
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
  const { job, mappingChanged, retryFailed, retried } = state
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
      {retryFailed.error && <ErrorNotice title={t.retryFailedTitle} error={retryFailed.error} />}
      {retried === 'started' && (
        <Notice tone="success" title={t.retryStarted} actions={<AppLink to={links.jobs}>{t.openHistory}</AppLink>}>
          {t.retryStartedBody}
        </Notice>
      )}
      {retried === 'already_running' && <Notice tone="info" title={t.retryAlreadyRunning} />}
      {mappingChanged && (
        <Notice tone="info" title={t.mappingChanged} actions={<AppLink to={links.mapping}>{t.openMapping}</AppLink>} />
      )}
    </>
  )
}
