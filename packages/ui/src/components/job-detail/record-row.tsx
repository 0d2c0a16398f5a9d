import type { RecordResult } from '@pryzm/salesforce-sdk'
import {
  AppLink,
  ChevronIcon,
  ExternalLink,
  IconButton,
  type RowPlace,
  type Status,
  StatusBadge,
  VisuallyHidden,
} from '../../primitives/index.ts'
import { classes } from '../../styles/parts.ts'
import type { JobWords } from './job-words.ts'

export interface RecordRowProps {
  record: RecordResult
  place: RowPlace
  rowIndex: number
  expanded: boolean
  /** Id of the row that shows the fields. */
  detailId: string
  words: JobWords
  onToggle: () => void
}

const shapes: Record<RecordResult['outcome'], Status> = {
  created: 'done',
  updated: 'done',
  unchanged: 'done',
  skipped: 'cancelled',
  failed: 'failed',
}

/** One record: its outcome, how many fields went, and links to both sides. */
export function RecordRow({ record, place, rowIndex, expanded, detailId, words, onToggle }: RecordRowProps) {
  const { t, part } = words
  const name = record.name ?? t.unnamed
  const row = part('row', { outcome: record.outcome, expanded })
  const withSkips = record.skippedFields > 0 && record.outcome !== 'failed' && record.outcome !== 'skipped'
  const outcome = t[record.outcome]
  return (
    <tr
      {...place}
      {...row}
      className={classes(row.className, place.style && 'pz-virtual-row')}
      role="row"
      aria-rowindex={rowIndex}
    >
      <th role="rowheader" scope="row" {...part('cell', { column: 'record' })}>
        <IconButton
          icon={<ChevronIcon />}
          size="s"
          label={t.fieldsOf({ name })}
          aria-expanded={expanded}
          aria-controls={expanded ? detailId : undefined}
          className={part('toggle').className}
          onClick={onToggle}
        />
        <span dir="auto" title={name} {...part('name')}>
          {name}
        </span>
      </th>
      <td role="cell" {...part('cell', { column: 'outcome' })}>
        <StatusBadge status={withSkips ? 'done-with-skips' : shapes[record.outcome]} variant="plain">
          {withSkips ? t.outcomeWithSkips({ outcome, skipped: record.skippedFields }) : outcome}
        </StatusBadge>
      </td>
      <td role="cell" {...part('cell', { column: 'fields' })}>
        {record.reason ? (
          <span {...part('sentence')}>{record.reason.sentence}</span>
        ) : (
          t.counts({ synced: record.syncedFields, skipped: record.skippedFields })
        )}
      </td>
      <td role="cell" {...part('cell', { column: 'links' })}>
        {record.recordUrl !== null && (
          <AppLink to={record.recordUrl}>
            {t.openInPryzm}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </AppLink>
        )}
        {record.salesforceUrl !== null && (
          <ExternalLink href={record.salesforceUrl}>
            {t.openInSalesforce}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </ExternalLink>
        )}
      </td>
    </tr>
  )
}
