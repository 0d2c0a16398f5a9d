import { type RefObject, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { RecordResult } from '@pryzm/salesforce-sdk'
import { isOver } from '../../data/index.ts'
import { Button, EmptyState, ErrorNotice, Skeleton, useVirtualRows } from '../../primitives/index.ts'
import type { ReadyJob } from './job-detail.view.tsx'
import { isNarrowed } from './job-view.ts'
import type { JobWords } from './job-words.ts'
import { RecordDetail } from './record-detail.tsx'
import { RecordRow } from './record-row.tsx'
import { isCalled } from './use-field-results.ts'

/** Longer lists scroll in a box of their own, and only the rows in sight are in the document. */
const VIRTUAL_FROM = 60
/** More records are read when the last row in sight is so near to the end. */
const NEAR_END = 20

type Item = { kind: 'record' | 'detail'; key: string; record: RecordResult }

/** The records of a job as a table; opened ones show their fields in the row below. */
export function RecordList({ state, words }: { state: ReadyJob; words: JobWords }) {
  const { t, part } = words
  const { list, expansion, job } = state
  const { fields } = expansion
  const id = useId()
  const scroller = useRef<HTMLTableElement>(null)
  const sizer = useRef<HTMLTableSectionElement>(null)
  const focused = useFocusedRow(scroller)
  const items = useMemo(() => itemsOf(list.records, fields), [list.records, fields])
  const { asked } = state
  const askedAt = asked === undefined ? -1 : items.findIndex(({ kind, record }) => kind === 'record' && isCalled(record, asked))
  const virtual = list.records.length > VIRTUAL_FROM
  const { rows, last, reveal } = useVirtualRows({
    count: items.length,
    keyOf: useCallback((index: number) => items[index]?.key ?? String(index), [items]),
    estimate: (index) => (items[index]?.kind === 'detail' ? 240 : 49),
    scroller,
    sizer,
    pinned: useMemo(() => [focused, askedAt], [focused, askedAt]),
    enabled: virtual,
  })
  useFocusOnce(scroller, asked, askedAt, reveal)
  const { hasMore, loadMore } = list
  useEffect(() => {
    if (virtual && hasMore && last >= items.length - NEAR_END) loadMore()
  }, [virtual, hasMore, last, items.length, loadMore])

  const toggle = (record: RecordResult) => {
    state.opened(fields.has(record.id) ? undefined : (record.salesforceId ?? record.id))
    expansion.toggle(record.id)
  }
  if (list.status === 'loading') return <Skeleton width="full" />
  if (list.status === 'failed') return <ErrorNotice title={t.recordsFailed} error={list.error} retry={list.retry} />
  if (list.records.length === 0) return <NoRecords state={state} words={words} />
  return (
    <>
      {list.records.length > 1 && (
        <ExpandAll state={state} words={words} shown={virtual ? recordsIn(rows, items) : list.records} />
      )}
      <Beginning state={state} found={askedAt >= 0} words={words} />
      {/* Roles are written out, because the layout takes the table's display away. */}
      <table ref={scroller} role="table" aria-rowcount={rowCount(state, items)} {...part('table', { virtual })}>
        <caption {...part('caption')}>{t.caption(job)}</caption>
        <thead role="rowgroup" {...part('head')}>
          <tr role="row" aria-rowindex={1} {...part('head-row')}>
            {[t.record, t.outcome, t.fields, t.links].map((name) => (
              <th key={name} role="columnheader" scope="col" {...part('column')}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={sizer} role="rowgroup" className={virtual ? 'pz-box pz-virtual-sizer' : part('body').className}>
          {rows.map(({ index, key, place }) => {
            const item = items[index]
            if (!item) return null
            const { record } = item
            const row = { record, place, rowIndex: index + 2, detailId: `${id}-${record.id}`, words }
            return item.kind === 'record' ? (
              <RecordRow key={key} {...row} expanded={fields.has(record.id)} onToggle={() => toggle(record)} />
            ) : (
              <RecordDetail key={key} {...row} object={job.object} fields={fields.get(record.id)} />
            )
          })}
        </tbody>
      </table>
      <More state={state} virtual={virtual} words={words} />
    </>
  )
}

/** Opens or closes every record in sight; a long list would ask for too much at once. */
function ExpandAll({ state: { expansion }, shown, words: { t, part } }: PartProps & { shown: readonly RecordResult[] }) {
  const open = shown.some(({ id }) => expansion.fields.has(id))
  const run = () => (open ? expansion.collapseAll() : expansion.expand(shown.map(({ id }) => id)))
  return (
    <Button size="s" variant="plain" className={part('expand-all').className} onClick={run}>
      {open ? t.collapseAll : t.expandAll}
    </Button>
  )
}

/** What an address that names a record came to: the list begins with it, or does not have it. */
function Beginning({ state, found, words: { t, part } }: PartProps & { found: boolean }) {
  const { asked, list, view, setView } = state
  if (asked === undefined || (found && list.fromStart)) return null
  return (
    <p {...part('beginning')}>
      <span {...part('hint')}>{found ? t.beginsLater : t.recordNotHere({ record: asked })}</span>
      {!list.fromStart && (
        <Button size="s" variant="plain" onClick={() => setView(view)}>
          {t.fromStart}
        </Button>
      )}
    </p>
  )
}

interface PartProps {
  state: ReadyJob
  words: JobWords
}

function recordsIn(rows: readonly { index: number }[], items: readonly Item[]): RecordResult[] {
  return rows.flatMap(({ index }) => (items[index]?.kind === 'record' ? items[index].record : []))
}

/** Brings the record that an address asked for into sight with focus on it, once. */
function useFocusOnce(
  table: RefObject<HTMLElement | null>,
  asked: string | undefined,
  at: number,
  reveal: (index: number) => void,
) {
  const done = useRef<string>(undefined)
  useEffect(() => {
    if (asked === undefined) done.current = undefined
    if (asked === undefined || at < 0 || done.current === asked) return
    const row = table.current?.querySelector<HTMLElement>(`[data-index="${at}"]`)
    if (!row) return
    done.current = asked
    reveal(at)
    row.scrollIntoView({ block: 'nearest' })
    row.querySelector('button')?.focus({ preventScroll: true })
  })
}

function itemsOf(records: readonly RecordResult[], open: ReadonlyMap<string, unknown>): Item[] {
  return records.flatMap((record): Item[] => {
    const row: Item = { kind: 'record', key: record.id, record }
    return open.has(record.id) ? [row, { kind: 'detail', key: `${record.id} detail`, record }] : [row]
  })
}

/** All rows with the header, also those that were not read yet; -1 where a filter leaves their number unknown. */
function rowCount({ job, view, list }: ReadyJob, items: readonly Item[]): number {
  const details = items.length - list.records.length
  if (!list.hasMore) return items.length + 1
  return !isNarrowed(view) && list.fromStart ? job.counts.processed + details + 1 : -1
}

/** The index of the row that has focus, so that it stays in the document while the list scrolls; -1 for none. */
function useFocusedRow(table: RefObject<HTMLElement | null>): number {
  const [focused, setFocused] = useState(-1)
  useEffect(() => {
    const element = table.current
    const onFocus = (event: FocusEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
      setFocused(Number(row?.dataset.index ?? -1))
    }
    element?.addEventListener('focusin', onFocus)
    return () => element?.removeEventListener('focusin', onFocus)
  })
  return focused
}

/** What is under the last row: more on its way, or a way to ask for it. */
function More({ state: { list }, virtual, words: { t, part } }: { state: ReadyJob; virtual: boolean; words: JobWords }) {
  if (list.error) return <ErrorNotice title={t.moreFailed} error={list.error} retry={list.loadMore} />
  if (list.loadingMore) return <p {...part('hint')}>{t.loadingMore}</p>
  return list.hasMore && !virtual ? <Button onClick={list.loadMore}>{t.showMore}</Button> : null
}

/** Three kinds of nothing: not yet, nothing to do, nothing that matches. */
function NoRecords({ state: { job, view, setView }, words: { t } }: { state: ReadyJob; words: JobWords }) {
  if (isNarrowed(view)) {
    return <EmptyState title={t.emptyFiltered} action={<Button onClick={() => setView({})}>{t.clearFilter}</Button>} />
  }
  if (!isOver(job.state)) return <EmptyState title={t.noRecordsYet}>{t.noRecordsYetBody}</EmptyState>
  // A job that failed or was never started says so above.
  return job.reason ? null : <EmptyState title={t.zeroTitle}>{t.zeroBody}</EmptyState>
}
