import type { Direction, IssueFix, MappingIssue, SalesforceObject } from '@pryzm/salesforce-sdk'
import type { Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { type KeyboardEvent, useCallback, useEffect, useId, useMemo, useRef } from 'react'
import { useLayout } from '../../layout-effect.ts'
import { type RowPlace, useVirtualRows } from '../../primitives/virtual-rows.ts'
import { useAnnounce } from '../../presentation.ts'
import type { EditorWords } from './editor-words.ts'
import type { GridItem } from './grid-items.ts'
import { MappingRow } from './mapping-row.tsx'
import type { MappingStore } from './mapping-store.ts'
import { RECORD_LINK_KEY, RecordLinkRow } from './record-link-row.tsx'
import { RowDetail } from './row-detail.tsx'
import type { SchemaModel } from './schema-model.ts'
import { SuggestionRow } from './suggestion-row.tsx'
import { type GridRow, positionOf, useGridNavigation } from './use-grid-navigation.ts'

/** Longer lists scroll in a box of their own, and only the rows in sight are in the document. */
const VIRTUAL_FROM = 60
const STATUS_CELL = 3
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
  /** A pair to bring into view and focus; a new object asks again. */
  focusRequest: { pairId: string } | null
  onPick: (pairId: string, anchor: HTMLElement) => void
  onToggle: (pairId: string) => void
  onRemove: (pairId: string) => void
  onFix: (fix: IssueFix) => void
  onAccept: (suggestion: Suggestion) => void
  onDismiss: (suggestion: Suggestion) => void
}

/** The grid of field pairs: one tab stop, arrows between cells, virtual when long. */
export function MappingGrid(props: MappingGridProps) {
  const { items, words, locked, focusRequest } = props
  const { t, part } = words
  const id = useId()
  const grid = useRef<HTMLDivElement>(null)
  const sizer = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => gridRows(items, locked), [items, locked])
  const virtual = rows.length > VIRTUAL_FROM
  const revealRow = useRef<(key: string | undefined) => void>(() => {})
  const navigation = useGridNavigation(
    grid,
    rows,
    useCallback((row: number) => revealRow.current(rows[row]?.key), [rows]),
  )
  const { active, focus } = navigation
  const { rows: visible, reveal } = useVirtualRows({
    count: items.length,
    keyOf: useCallback((index: number) => items[index]?.key ?? String(index), [items]),
    estimate: (index) => (items[index]?.kind === 'detail' ? 120 : 57),
    scroller: grid,
    sizer,
    pinned: useMemo(() => [items.findIndex(({ key }) => key === active?.key)], [items, active]),
    enabled: virtual,
  })
  useLayout(() => {
    revealRow.current = (wanted) => reveal(items.findIndex(({ key }) => key === wanted))
  }, [items, reveal])

  const answered = useRef<typeof focusRequest>(null)
  useEffect(() => {
    if (!focusRequest || answered.current === focusRequest) return
    answered.current = focusRequest
    focus({ key: focusRequest.pairId, cell: STATUS_CELL })
  }, [focusRequest, focus])

  const remove = useRemoval(props, rows, focus)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const position = positionOf(event.target as HTMLElement)
    const pairId = items.find((item) => item.kind === 'pair' && item.key === position?.key)?.key
    if (event.altKey && event.key === 'ArrowDown') openPicker(event)
    else if (event.key === 'Delete' && pairId !== undefined && !locked) remove(pairId)
    else navigation.onKeyDown(event)
  }
  const columns = locked ? 4 : 5
  const cellOf = (key: string) => (active?.key === key ? active.cell : -1)
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={-1}
      aria-label={t.gridName({ label: props.label })}
      aria-rowcount={items.length + ROWS_ABOVE}
      aria-colcount={columns}
      onKeyDown={onKeyDown}
      onFocus={navigation.onFocus}
      {...part('grid', { virtual, locked })}
    >
      <div role="row" aria-rowindex={1} {...part('head')}>
        {[t.attributeColumn, t.directionColumn, t.fieldColumn, t.statusColumn, t.actionsColumn].slice(0, columns).map((name) => (
          <div key={name} role="columnheader" {...part('column', { hidden: name === t.actionsColumn })}>
            {name}
          </div>
        ))}
      </div>
      <RecordLinkRow
        objectIssues={props.objectIssues}
        rowIndex={ROWS_ABOVE}
        activeCell={cellOf(RECORD_LINK_KEY)}
        setupLink={props.setupLink}
        words={words}
      />
      <div ref={sizer} role="rowgroup" className={virtual ? 'pz-box pz-virtual-sizer' : 'pz-box pz-mapping-editor-rows'}>
        {visible.map(({ index, key, place }) => (
          <Row
            key={key}
            {...props}
            item={items[index]}
            rowIndex={index + 1 + ROWS_ABOVE}
            place={place}
            activeCell={cellOf(key)}
            detailId={`${id}-${key.replace(/ detail$/, '')}`}
            columns={columns}
            onRemove={remove}
          />
        ))}
      </div>
    </div>
  )
}

/** Alt+Down opens the picker from the field's button, as it would a list. */
function openPicker(event: KeyboardEvent<HTMLElement>) {
  const button = event.target as HTMLElement
  if (button.getAttribute('aria-haspopup') !== 'dialog') return
  event.preventDefault()
  button.click()
}

interface RowProps extends MappingGridProps {
  item: GridItem | undefined
  rowIndex: number
  place: RowPlace
  activeCell: number
  detailId: string
  columns: number
}

function Row({ item, rowIndex, place, activeCell, detailId, columns, ...grid }: RowProps) {
  const { object, store, schema, locked, words } = grid
  if (item?.kind === 'pair') {
    const { pairId } = item
    return (
      <MappingRow
        {...{ object, pairId, rowIndex, place, activeCell, detailId, store, schema, locked, words }}
        objectDirection={grid.objectDirection}
        expanded={grid.expanded.has(pairId)}
        onPick={grid.onPick}
        onToggle={grid.onToggle}
        onRemove={grid.onRemove}
      />
    )
  }
  if (item?.kind === 'detail') {
    const { pairId } = item
    return (
      <RowDetail
        {...{ object, pairId, rowIndex, columns, place, store, schema, locked, words }}
        id={detailId}
        onFix={grid.onFix}
      />
    )
  }
  if (item?.kind !== 'suggestion' || !schema) return null
  return (
    <SuggestionRow
      {...{ rowIndex, place, activeCell, schema, words }}
      suggestion={item.suggestion}
      rowKey={item.key}
      onAccept={grid.onAccept}
      onDismiss={grid.onDismiss}
    />
  )
}

function gridRows(items: readonly GridItem[], locked: boolean): GridRow[] {
  const link = { key: RECORD_LINK_KEY, cells: 4 }
  const pairs = items.filter(({ kind }) => kind !== 'detail').map(({ key }) => ({ key, cells: locked ? 4 : 5 }))
  return [link, ...pairs]
}

/** Removes a pair and leaves focus on the row that takes its place. */
function useRemoval(
  { object, store, schema, words, onRemove }: MappingGridProps,
  rows: readonly GridRow[],
  focus: (position: { key: string; cell: number }) => void,
) {
  const announce = useAnnounce()
  return useCallback(
    (pairId: string) => {
      const at = rows.findIndex(({ key }) => key === pairId)
      const neighbour = rows[at + 1] ?? rows[at - 1]
      if (neighbour) focus({ key: neighbour.key, cell: 0 })
      const attribute = store.getSnapshot().draft[object].byId[pairId]?.attribute ?? ''
      onRemove(pairId)
      announce(words.t.removed({ label: schema?.attributes.get(attribute)?.label ?? attribute }))
    },
    [rows, focus, object, store, schema, words, onRemove, announce],
  )
}
