import { type ReactNode, useId, useMemo } from 'react'
import { formatsFor } from '../../formats.ts'
import type { Overrides } from '../../messages.ts'
import { useObjectWords } from '../../object-words.ts'
import { type PartOptions, useFormats, useParts, usePresentation, useText } from '../../presentation.ts'
import {
  AppLink,
  Button,
  commonMessages,
  ErrorNotice,
  Heading,
  type HeadingLevel,
  IconButton,
  Loading,
  ModuleOff,
  Notice,
  RefreshIcon,
  Section,
  Skeleton,
} from '../../primitives/index.ts'
import { EmptyHistory } from './empty-history.tsx'
import { FilterBar } from './filter-bar.tsx'
import { isFiltered, withFilter } from './history-filter.ts'
import { HistoryList } from './history-list.tsx'
import type { HistoryWords } from './history-words.ts'
import { type JobHistoryTableMessages, jobHistoryTableMessages } from './job-history-table.messages.ts'
import { Pager } from './pager.tsx'
import type { JobHistoryState } from './use-job-history.ts'
import { useResultNews } from './use-result-news.ts'

export interface JobHistoryTableViewProps extends PartOptions<'history'> {
  state: JobHistoryState
  headingLevel?: HeadingLevel
  messages?: Overrides<JobHistoryTableMessages>
  /** `recent` shows the last few without filters and pages, with a link to all of them. */
  variant?: 'full' | 'recent'
}

/** The history drawn from a state that the host gives. */
export function JobHistoryTableView({
  state,
  headingLevel = 2,
  messages,
  variant = 'full',
  ...options
}: JobHistoryTableViewProps) {
  const titleId = useId()
  const t = useText('history', jobHistoryTableMessages, messages)
  const common = useText('common', commonMessages)
  const part = useParts('history', 'job-history-table', options)
  const { locale } = useFormats()
  // A day is one wherever it is read.
  const day = useMemo(() => formatsFor(locale, 'UTC').date, [locale])
  const objects = useObjectWords()
  const words = useMemo((): HistoryWords => ({ t, common, part, objects, day }), [t, common, part, objects, day])
  const { links } = usePresentation()
  const ready = state.status === 'ready' ? state : null
  return (
    <Section
      name="JobHistoryTable"
      part={part('root', { state: state.status })}
      labelledBy={titleId}
      busy={state.status === 'loading' || ready?.refreshing === true}
    >
      <div className="pz-box pz-card">
        <div {...part('header')}>
          <Heading level={headingLevel} id={titleId} part={part('title')}>
            {t.title}
          </Heading>
          {variant === 'recent' && <AppLink to={links.jobs}>{t.seeAll}</AppLink>}
          {ready && variant === 'full' && (
            <IconButton icon={<RefreshIcon />} label={t.refresh} busy={ready.refreshing} onClick={ready.refresh} />
          )}
        </div>
        {state.status === 'ready' ? (
          <Ready state={state} variant={variant} words={words} />
        ) : (
          <NotReady state={state} words={words} />
        )}
      </div>
    </Section>
  )
}

export type ReadyHistory = Extract<JobHistoryState, { status: 'ready' }>

function Ready({ state, variant, words }: { state: ReadyHistory; variant: 'full' | 'recent'; words: HistoryWords }) {
  const { t, part } = words
  const { jobs, filter, people, peopleFailure, page, newJobs } = state
  const { from, total } = page
  const range = jobs.length === 1 ? t.showingOne({ at: from, total }) : t.showing({ from, to: from + jobs.length - 1, total })
  useResultNews(jobs.length > 0 ? range : isFiltered(filter) ? t.emptyFiltered : t.emptyTitle, state)
  const empty = <EmptyHistory state={state} words={words} />
  if (jobs.length === 0 && !isFiltered(filter)) return empty
  return (
    <>
      {variant === 'full' && <FilterBar filter={filter} people={people} words={words} onFilter={state.setFilter} />}
      {variant === 'full' && peopleFailure && <ErrorNotice title={t.peopleFailed} {...peopleFailure} />}
      {state.asksBeforeKept && (
        <Notice tone="info" title={t.keptNotice({ days: state.keptDays })}>
          {t.keptNoticeBody}
        </Notice>
      )}
      {newJobs > 0 && (
        <Button size="s" className={part('new').className} onClick={state.refresh}>
          {t.newJobs({ count: newJobs })}
        </Button>
      )}
      {jobs.length === 0 ? (
        empty
      ) : (
        <HistoryList
          jobs={jobs}
          order={filter.order ?? 'newest'}
          words={words}
          onOrder={variant === 'full' ? (order) => state.setFilter(withFilter(filter, 'order', order)) : undefined}
        />
      )}
      {variant === 'full' && jobs.length > 0 && <Pager page={page} range={range} words={words} />}
      {variant === 'full' && !page.hasNext && !state.asksBeforeKept && jobs.length > 0 && (
        <p {...part('hint')}>{t.kept({ days: state.keptDays })}</p>
      )}
    </>
  )
}

function NotReady({ state, words }: { state: Exclude<JobHistoryState, { status: 'ready' }>; words: HistoryWords }): ReactNode {
  const { t, common } = words
  switch (state.status) {
    case 'not_permitted':
      return (
        <Notice tone="neutral" status="locked" title={t.notPermitted}>
          {common.needsManage}
        </Notice>
      )
    case 'module_disabled':
      return <ModuleOff />
    case 'load_failed':
      return <ErrorNotice title={t.loadFailed} error={state.error} retry={state.retry} retrying={state.retrying} />
    case 'loading':
      return (
        <Loading phase={state.phase} slowTitle={t.stillLoading} retry={state.retry} part={words.part('loading')}>
          {Array.from({ length: 6 }, (_, index) => (
            <Skeleton key={index} width="full" />
          ))}
        </Loading>
      )
  }
}
