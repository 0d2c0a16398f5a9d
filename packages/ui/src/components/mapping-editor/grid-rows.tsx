import { type ReactNode, type RefObject, useEffect, useMemo } from 'react'
import type { RowPlace } from '../../primitives/virtual-rows.ts'
import type { GridItem } from './grid-items.ts'

export interface GridRowsProps {
  items: readonly GridItem[]
  /** The element that scrolls. */
  grid: RefObject<HTMLElement | null>
  /** Key of the row that stays in the document wherever the grid is scrolled. */
  pinned: string | undefined
  render: (item: GridItem, index: number, place: RowPlace) => ReactNode
  /** Takes the way to scroll to a row that may not be in the document. */
  onReveal: (reveal: (key: string) => void) => void
  /** Rows came into the document. */
  onRows: () => void
}

/** Every row in the flow of the page: right for the short lists that most mappings are. */
export function GridRows({ items, render, onRows }: Pick<GridRowsProps, 'items' | 'render' | 'onRows'>) {
  const places = useMemo(() => items.map((_, index): RowPlace => ({ 'data-index': index })), [items])
  useEffect(onRows)
  return (
    <div role="rowgroup" className="pz-box pz-mapping-editor-rows">
      {items.map((item, index) => render(item, index, places[index] ?? { 'data-index': index }))}
    </div>
  )
}
