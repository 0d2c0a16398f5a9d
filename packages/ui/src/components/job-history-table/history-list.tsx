import { type ExpandedState, useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { Job, JobOrder } from '@pryzm/salesforce-sdk'
import { ColumnHead } from './column-head.tsx'
import { historyFeatures, useHistoryColumns } from './history-columns.tsx'
import { type HistoryRow, historyRows, jobRow } from './history-rows.ts'
import type { HistoryWords } from './history-words.ts'
import { pressRow } from './press-row.ts'

export interface HistoryListProps {
  jobs: readonly Job[]
  order: JobOrder
  words: HistoryWords
  /** Left out where the list cannot be sorted. */
  onOrder?: ((order: JobOrder) => void) | undefined
}

/** The jobs as a table; a run can be folded into one row, unless its jobs are sorted by themselves. */
export function HistoryList({ jobs, order, words, onOrder }: HistoryListProps) {
  const { t, part } = words
  const columns = useHistoryColumns(words)
  const data = useMemo(() => (order === 'newest' ? historyRows(jobs) : jobs.map(jobRow)), [jobs, order])
  const [expanded, setExpanded] = useState<ExpandedState>(true)
  const table = useTable({
    features: historyFeatures,
    columns,
    data,
    getRowId: ({ id }) => id,
    getSubRows: ({ jobs: own }): HistoryRow[] => own.map(jobRow),
    state: { expanded },
    onExpandedChange: setExpanded,
    autoResetExpanded: false,
  })
  // Roles are written out, because the narrow layout takes the table's display away.
  return (
    <table role="table" {...part('table')}>
      <caption {...part('caption')}>{t.caption({ order: t[order] })}</caption>
      <thead role="rowgroup" {...part('head')}>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row" {...part('row')}>
            {group.headers.map((header) => (
              <ColumnHead key={header.id} id={header.id} order={order} words={words} onOrder={onOrder}>
                <table.FlexRender header={header} />
              </ColumnHead>
            ))}
          </tr>
        ))}
      </thead>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the link is what keyboards have */}
      <tbody role="rowgroup" {...part('body')} onClick={pressRow}>
        {table.getRowModel().rows.map((row) => (
          <tr
            key={row.id}
            role="row"
            data-status={row.original.state}
            {...part('row', { child: row.depth > 0, run: row.original.jobs.length > 0 })}
          >
            {row.getAllCells().map((cell) => (
              <td key={cell.id} role="cell" {...part('cell', { column: cell.column.id })}>
                <table.FlexRender cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
