import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useVirtualRows } from '../../primitives/virtual-rows.ts'
import type { GridRowsProps } from './grid-rows.tsx'

/** Only the rows in sight, for long lists that scroll in a box of their own. */
export function VirtualGridRows({ items, grid, pinned, render, onReveal, onRows }: GridRowsProps) {
  const sizer = useRef<HTMLDivElement>(null)
  const { rows, reveal } = useVirtualRows({
    count: items.length,
    keyOf: useCallback((index: number) => items[index]?.key ?? String(index), [items]),
    estimate: (index) => (items[index]?.kind === 'detail' ? 120 : 67),
    scroller: grid,
    sizer,
    pinned: useMemo(() => [items.findIndex(({ key }) => key === pinned)], [items, pinned]),
  })
  useEffect(() => onReveal((wanted) => reveal(items.findIndex(({ key }) => key === wanted))), [items, reveal, onReveal])
  useEffect(onRows)
  return (
    <div ref={sizer} role="rowgroup" className="pz-box pz-virtual-sizer">
      {rows.map(({ index, place }) => {
        const item = items[index]
        return item && render(item, index, place)
      })}
    </div>
  )
}
