import type { Direction, IssueFix, MappingIssue, SalesforceObject } from '@pryzm/salesforce-sdk'
import type { Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { type KeyboardEvent, memo, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import type { RowPlace } from '../../primitives/virtual-rows.ts'
import type { EditorWords } from './editor-words.ts'
import type { GridItem } from './grid-items.ts'
import { GridRows } from './grid-rows.tsx'
import { SuggestionRowLater, VirtualGridRowsLater } from './later.tsx'
import { MappingRow } from './mapping-row.tsx'
import type { MappingStore } from './mapping-store.ts'
import { RECORD_LINK_KEY, RecordLinkRow } from './record-link-row.tsx'
import { RowDetail } from './row-detail.tsx'
import { type SampleColumn, sampleOf } from './sample-column.ts'
import type { SchemaModel } from './schema-model.ts'
import { type GridRow, positionOf, useGridNavigation } from './use-grid-navigation.ts'
import { STATUS_CELL, useRowActions } from './use-row-actions.ts'

/** Longer lists scroll in a box of their own, and only the rows in sight are in the document. */
const VIRTUAL_FROM = 60
/** The header and the record link come before the rows that are counted here. */
const ROWS_ABOVE = 2

export interface MappingGridProps {
  object: SalesforceObject
  label: string
  objectDirection: Direction
  /** What is wrong with the object pair as a whole. */
  objectIssues: readonly MappingIssue[]
  items: readonly GridItem[]
  expanded: ReadonlySet<string>
  setupLink: string
  store: MappingStore
  schema: SchemaModel | null
  locked: boolean
  words: EditorWords
  /** What becomes of a sample record, in a column of its own; null where none is shown. */
  sample: SampleColumn | null
  /** Why the last save was refused, by the pair that it names. */
  rejected: ReadonlyMap<string, string>
  /** A pair to bring into view and focus; a new object asks again. */
  focusRequest: { pairId: string } | null
  onPick: (pairId: string, anchor: HTMLElement) => void
  onToggle: (pairId: string) => void
  onRemove: (pairId: string) => void
  onFix: (fix: IssueFix) => void
  requestFor: (issue: MappingIssue) => string | null
  onAccept: (suggestion: Suggestion) => void
  onDismiss: (suggestion: Suggestion) => void
}

/** The grid of field pairs: one tab stop, arrows between cells, virtual when long. */
export const MappingGrid = memo(function MappingGrid(props: MappingGridProps) {
  const { items, words, locked, sample, focusRequest } = props
  const { t, part } = words
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const columns = columnsOf(locked, sample)
  const rows = useMemo(() => gridRows(items, columns.length), [items, columns.length])
  const virtual = rows.length > VIRTUAL_FROM
  const revealRow = useRef<(key: string) => void>(() => {})
  const navigation = useGridNavigation(
    grid,
    rows,
    useCallback((row: number) => revealRow.current(rows[row]?.key ?? ''), [rows]),
  )
  const { active, focus } = navigation
  const answered = useRef<typeof focusRequest>(null)
  useEffect(() => {
    if (!focusRequest || answered.current === focusRequest) return
    answered.current = focusRequest
    focus({ key: focusRequest.pairId, cell: STATUS_CELL })
  }, [focusRequest, focus])

  const { remove, accept, dismiss } = useRowActions(props, rows, focus)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const position = positionOf(event.target as HTMLElement)
    const pairId = items.find((item) => item.kind === 'pair' && item.key === position?.key)?.key
    if (event.altKey && event.key === 'ArrowDown') openPicker(event)
    else if (event.key === 'Delete' && pairId !== undefined && !locked) remove(pairId)
    else navigation.onKeyDown(event)
  }
  const cellOf = (key: string) => (active?.key === key ? active.cell : -1)
  const setReveal = useCallback((reveal: (key: string) => void) => void (revealRow.current = reveal), [])
  const render = (item: GridItem, index: number, place: RowPlace) => (
    <Row
      key={item.key}
      {...props}
      item={item}
      rowIndex={index + 1 + ROWS_ABOVE}
      place={place}
      activeCell={cellOf(item.key)}
      detailId={`${id}-${item.key.replace(/ detail$/, '')}`}
      columns={columns.length}
      onRemove={remove}
      onAccept={accept}
      onDismiss={dismiss}
    />
  )
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={t.gridName({ label: props.label })}
      aria-rowcount={items.length + ROWS_ABOVE}
      aria-colcount={columns.length}
      onKeyDown={onKeyDown}
      onFocus={navigation.onFocus}
      {...part('grid', { virtual, locked, sampling: sample !== null })}
    >
      <div role="row" aria-rowindex={1} {...part('head')}>
        {columns.map((column) => (
          <div key={column} role="columnheader" {...part('column', { hidden: column === 'actions' })}>
            {column === 'sample' && sample ? <SampleHead sample={sample} words={words} /> : t[`${column}Column`]}
          </div>
        ))}
      </div>
      <RecordLinkRow
        objectIssues={props.objectIssues}
        rowIndex={ROWS_ABOVE}
        activeCell={cellOf(RECORD_LINK_KEY)}
        setupLink={props.setupLink}
        known={props.schema !== null}
        words={words}
      />
      {virtual ? (
        <VirtualGridRowsLater
          items={items}
          grid={grid}
          pinned={active?.key}
          render={render}
          onReveal={setReveal}
          onRows={navigation.settle}
        />
      ) : (
        <GridRows items={items} render={render} onRows={navigation.settle} />
      )}
    </div>
  )
})

/** Alt+Down opens the picker from the field's button, as it would a list. */
function openPicker(event: KeyboardEvent<HTMLElement>) {
  const button = event.target as HTMLElement
  if (button.getAttribute('aria-haspopup') !== 'dialog') return
  event.preventDefault()
  button.click()
}

interface RowProps extends MappingGridProps {
  item: GridItem
  rowIndex: number
  place: RowPlace
  activeCell: number
  detailId: string
  columns: number
}

function Row({ item, rowIndex, place, activeCell, detailId, columns, ...grid }: RowProps) {
  const { object, store, schema, locked, words, sample } = grid
  if (item.kind === 'pair') {
    const { pairId } = item
    return (
      <MappingRow
        {...{ object, pairId, rowIndex, place, activeCell, detailId, store, schema, locked, words }}
        objectDirection={grid.objectDirection}
        expanded={grid.expanded.has(pairId)}
        sample={sample && sampleOf(sample, pairId)}
        way={sample?.way ?? 'pull'}
        rejected={grid.rejected.has(pairId)}
        onPick={grid.onPick}
        onToggle={grid.onToggle}
        onRemove={grid.onRemove}
      />
    )
  }
  if (item.kind === 'detail') {
    const { pairId } = item
    return (
      <RowDetail
        {...{ object, pairId, rowIndex, columns, place, store, schema, locked, words }}
        id={detailId}
        rejected={grid.rejected.get(pairId) ?? null}
        onFix={grid.onFix}
        requestFor={grid.requestFor}
      />
    )
  }
  if (!schema) return null
  return (
    <SuggestionRowLater
      {...{ rowIndex, place, activeCell, schema, words }}
      suggestion={item.suggestion}
      rowKey={item.key}
      onAccept={grid.onAccept}
      onDismiss={grid.onDismiss}
    />
  )
}

type Column = 'attribute' | 'direction' | 'field' | 'status' | 'sample' | 'actions'

function columnsOf(locked: boolean, sample: SampleColumn | null): Column[] {
  return [
    'attribute',
    'direction',
    'field',
    'status',
    ...(sample ? ['sample' as const] : []),
    ...(locked ? [] : ['actions' as const]),
  ]
}

/** Suggestions have nothing to show of a sample, so that their last cell is one before the pairs' last. */
function gridRows(items: readonly GridItem[], columns: number): GridRow[] {
  const link = { key: RECORD_LINK_KEY, cells: 4 }
  const rows = items.filter(({ kind }) => kind !== 'detail')
  return [link, ...rows.map(({ key, kind }) => ({ key, cells: kind === 'pair' ? columns : Math.min(columns, 5) }))]
}

/** The record that the column is about, and which way its values go. */
function SampleHead({ sample: { name, way }, words: { t } }: { sample: SampleColumn; words: EditorWords }) {
  return (
    <>
      <bdi className="pz-box">{name}</bdi> · {t[way]}
    </>
  )
}
