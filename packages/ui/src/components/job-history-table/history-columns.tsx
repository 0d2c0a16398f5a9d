import { createColumnHelper, createExpandedRowModel, rowExpandingFeature, tableFeatures } from '@tanstack/react-table'
import { useMemo } from 'react'
import { useFormats, usePresentation } from '../../presentation.ts'
import { AppLink, ChevronIcon, IconButton, JobBadge, Time } from '../../primitives/index.ts'
import type { HistoryRow } from './history-rows.ts'
import type { HistoryWords } from './history-words.ts'

export const historyFeatures = tableFeatures({ rowExpandingFeature, expandedRowModel: createExpandedRowModel() })

const helper = createColumnHelper<typeof historyFeatures, HistoryRow>()

/** The columns of the history, from what ran to how it ended. */
export function useHistoryColumns(words: HistoryWords) {
  const { t } = words
  return useMemo(
    () =>
      helper.columns([
        helper.display({
          id: 'what',
          header: t.what,
          cell: ({ row }) => (
            <What
              row={row.original}
              words={words}
              expanded={row.getIsExpanded()}
              onToggle={row.getCanExpand() ? row.getToggleExpandedHandler() : undefined}
            />
          ),
        }),
        helper.display({
          id: 'startedBy',
          header: t.startedBy,
          cell: ({ row }) => <StartedBy row={row.original} words={words} />,
        }),
        helper.display({ id: 'started', header: t.started, cell: ({ row }) => <Started row={row.original} words={words} /> }),
        helper.display({ id: 'duration', header: t.duration, cell: ({ row }) => <Duration row={row.original} words={words} /> }),
        helper.display({ id: 'result', header: t.result, cell: ({ row }) => <Result row={row.original} words={words} /> }),
        helper.display({ id: 'state', header: t.state, cell: ({ row }) => <JobBadge job={row.original} /> }),
      ]),
    [t, words],
  )
}

interface CellProps {
  row: HistoryRow
  words: HistoryWords
}

function What({ row, words, expanded, onToggle }: CellProps & { expanded: boolean; onToggle: (() => void) | undefined }) {
  const { t, part } = words
  const { links } = usePresentation()
  const { job, jobs } = row
  if (jobs.length > 0) {
    const label = t.run({ objects: jobs.map((one) => one.label) })
    return (
      <span {...part('run')}>
        <IconButton
          icon={<ChevronIcon />}
          size="s"
          label={t.jobsOfRun({ label })}
          aria-expanded={expanded}
          className={part('toggle').className}
          onClick={onToggle}
        />
        <span>{label}</span>
      </span>
    )
  }
  return (
    <span {...part('what')}>
      <AppLink to={links.job(job.id)}>{job.kind === 'pull' ? t.pullOf(job) : t.pushOf(job)}</AppLink>
      {job.mode === 'changes' && <span {...part('hint')}>{t.changesOnly}</span>}
    </span>
  )
}

function StartedBy({ row: { job }, words: { t } }: CellProps) {
  return <span dir="auto">{job.startedBy.id === 'system' ? t.system : job.startedBy.name}</span>
}

function Started({ row: { startedAt, job } }: CellProps) {
  return <Time instant={startedAt ?? job.queuedAt} />
}

function Duration({ row: { startedAt, finishedAt, state }, words: { t, part } }: CellProps) {
  const formats = useFormats()
  if (startedAt === null) return <span {...part('hint')}>{t.notStarted}</span>
  if (finishedAt === null) return <span {...part('hint')}>{state === 'running' ? t.running : '–'}</span>
  return <span {...part('number')}>{formats.duration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000)}</span>
}

function Result({ row: { counts, job, jobs, state }, words: { t, part } }: CellProps) {
  if (jobs.length === 0 && job.reason && counts.processed === 0) return <span {...part('hint')}>{job.reason.sentence}</span>
  if (counts.processed > 0)
    return <span {...part('number')}>{t.counts({ ...counts, synced: counts.created + counts.updated + counts.unchanged })}</span>
  return state === 'succeeded' ? <span {...part('hint')}>{t.nothing}</span> : null
}
