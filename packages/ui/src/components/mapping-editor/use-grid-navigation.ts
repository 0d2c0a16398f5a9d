import { type FocusEvent, type KeyboardEvent, type RefObject, useCallback, useMemo, useRef, useState } from 'react'

/** A row of the grid: how many cells it has, so that arrows know where it ends. */
export interface GridRow {
  readonly key: string
  readonly cells: number
}

export interface GridPosition {
  readonly key: string
  readonly cell: number
}

export interface GridNavigation {
  /** The cell that Tab leads to. */
  readonly active: GridPosition | null
  onFocus: (event: FocusEvent<HTMLElement>) => void
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Focuses the cell that was asked for, if its row has come into the document since. */
  settle: () => void
  /** Moves focus to a cell, scrolling its row into being first. */
  focus: (position: GridPosition) => void
}

const PAGE = 8

/** Attributes of the element of a cell that takes focus: the cell itself, or the only control in it. */
export function cellFocus(key: string, cell: number, activeCell: number): { 'data-cell': string; tabIndex: 0 | -1 } {
  return { 'data-cell': `${key} ${cell}`, tabIndex: cell === activeCell ? 0 : -1 }
}

/**
 * One tab stop for a whole grid: arrows move between cells, Enter and F2 go into a cell's control, Escape comes back.
 * `reveal` scrolls to a row that may not be in the document yet.
 */
export function useGridNavigation(
  grid: RefObject<HTMLElement | null>,
  rows: readonly GridRow[],
  reveal: (rowIndex: number) => void,
): GridNavigation {
  const [active, setActive] = useState<GridPosition | null>(null)
  const wanted = useRef<GridPosition | null>(null)
  const current = useMemo(() => existing(rows, active), [rows, active])

  const settle = useCallback(() => {
    if (wanted.current && focusCell(grid.current, wanted.current)) wanted.current = null
  }, [grid])

  const focus = useCallback(
    (position: GridPosition) => {
      setActive(position)
      wanted.current = focusCell(grid.current, position) ? null : position
      if (wanted.current) reveal(rows.findIndex(({ key }) => key === position.key))
    },
    [grid, rows, reveal],
  )

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const element = event.target as HTMLElement
      const position = positionOf(element)
      if (!position) return leaveControl(event, element)
      if (enterControl(event, element)) return
      const next = destination(event, rows, position)
      if (!next) return
      event.preventDefault()
      focus(next)
    },
    [rows, focus],
  )

  const onFocus = useCallback((event: FocusEvent<HTMLElement>) => {
    const position = positionOf(event.target.closest<HTMLElement>('[data-cell]'))
    if (position) setActive(position)
    // A person went on before the wanted row came.
    wanted.current = null
  }, [])

  return { active: current, onFocus, onKeyDown, focus, settle }
}

/** The active cell, or the first one while there is none or its row is gone. */
function existing(rows: readonly GridRow[], active: GridPosition | null): GridPosition | null {
  if (active && rows.some(({ key }) => key === active.key)) return active
  const [first] = rows
  return first ? { key: first.key, cell: 0 } : null
}

function focusCell(grid: HTMLElement | null, { key, cell }: GridPosition): boolean {
  const element = grid?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(key)} ${cell}"]`)
  element?.focus()
  return Boolean(element)
}

/** The cell that an element stands for; null for controls inside a cell. */
export function positionOf(element: HTMLElement | null): GridPosition | null {
  const name = element?.dataset.cell
  if (name === undefined) return null
  const gap = name.lastIndexOf(' ')
  return { key: name.slice(0, gap), cell: Number(name.slice(gap + 1)) }
}

function leaveControl(event: KeyboardEvent, element: HTMLElement): void {
  const cell = event.key === 'Escape' ? element.closest<HTMLElement>('[data-cell]') : null
  if (!cell) return
  event.preventDefault()
  cell.focus()
}

/** Enter and F2 on a cell that is no control itself move into its first control. */
function enterControl(event: KeyboardEvent, element: HTMLElement): boolean {
  if (event.key !== 'Enter' && event.key !== 'F2') return false
  const inside =
    element.querySelector<HTMLElement>('input:checked') ?? element.querySelector<HTMLElement>('input, button, a[href]')
  if (!inside) return false
  event.preventDefault()
  inside.focus()
  return true
}

function destination(
  event: KeyboardEvent<HTMLElement>,
  rows: readonly GridRow[],
  { key, cell }: GridPosition,
): GridPosition | null {
  const row = rows.findIndex((other) => other.key === key)
  const whole = event.ctrlKey || event.metaKey
  const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
  switch (event.key) {
    case 'ArrowDown':
      return at(rows, row + 1, cell)
    case 'ArrowUp':
      return at(rows, row - 1, cell)
    case 'PageDown':
      return at(rows, row + PAGE, cell)
    case 'PageUp':
      return at(rows, row - PAGE, cell)
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return at(rows, row, cell + 1)
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return at(rows, row, cell - 1)
    case 'Home':
      return at(rows, whole ? 0 : row, 0)
    case 'End':
      return at(rows, whole ? rows.length - 1 : row, Infinity)
    default:
      return null
  }
}

function at(rows: readonly GridRow[], row: number, cell: number): GridPosition | null {
  const target = rows[Math.min(Math.max(row, 0), rows.length - 1)]
  return target ? { key: target.key, cell: Math.min(Math.max(cell, 0), target.cells - 1) } : null
}
