import { type ExpandedState, useTable } from '@tanstack/react-table'
import { useMemo, useState } from 'react'
import type { Job } from '@pryzm/salesforce-sdk'
import { historyFeatures, useHistoryColumns } from './history-columns.tsx'
import { type HistoryRow, historyRows, jobRow } from './history-rows.ts'
import type { HistoryWords } from './history-words.ts'

/** The jobs as a table; a run can be folded into one row. */
export function HistoryList({ jobs, words }: { jobs: readonly Job[]; words: HistoryWords }) {
  const { t, part } = words
  const columns = useHistoryColumns(words)
  const data = useMemo(() => historyRows(jobs), [jobs])
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
      <caption {...part('caption')}>{t.caption}</caption>
      <thead role="rowgroup" {...part('head')}>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row" {...part('row')}>
            {group.headers.map((header) => (
              <th key={header.id} role="columnheader" scope="col" {...part('column', { column: header.id })}>
                <table.FlexRender header={header} />
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody role="rowgroup" {...part('body')}>
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
