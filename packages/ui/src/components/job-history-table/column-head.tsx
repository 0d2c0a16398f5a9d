import type { JobOrder } from '@pryzm/salesforce-sdk'
import type { ReactNode } from 'react'
import { Button, ChevronDownIcon, ChevronUpIcon } from '../../primitives/index.ts'
import type { HistoryWords } from './history-words.ts'

/** By column: what a first press sorts by, and what a second one does. */
const orders: Readonly<Record<string, readonly [JobOrder, JobOrder]>> = {
  started: ['newest', 'oldest'],
  duration: ['longest', 'shortest'],
}

interface ColumnHeadProps {
  id: string
  order: JobOrder
  words: HistoryWords
  onOrder: ((order: JobOrder) => void) | undefined
  children: ReactNode
}

/** The head of a column; those that the server can sort by are buttons. */
export function ColumnHead({ id, order, words: { t, part }, onOrder, children }: ColumnHeadProps) {
  const sortable = onOrder && orders[id]
  const head = { role: 'columnheader', scope: 'col', ...part('column', { column: id }) } as const
  if (!sortable) return <th {...head}>{children}</th>
  const [falling, rising] = sortable
  const sorted = order === falling ? 'descending' : order === rising ? 'ascending' : 'none'
  return (
    // The narrow layout hides the button, not the name of the column.
    <th {...head} aria-sort={sorted} aria-label={t[id === 'started' ? 'started' : 'duration']}>
      <Button
        size="s"
        variant="plain"
        className={part('sort').className}
        icon={sorted === 'none' ? undefined : sorted === 'descending' ? <ChevronDownIcon /> : <ChevronUpIcon />}
        onClick={() => onOrder(order === falling ? rising : falling)}
      >
        {children}
      </Button>
    </th>
  )
}
