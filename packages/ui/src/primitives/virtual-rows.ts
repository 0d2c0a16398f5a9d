import { defaultRangeExtractor, measureElement, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import { useLayout } from '../layout-effect.ts'

export interface VirtualRowsOptions {
  count: number
  keyOf: (index: number) => string
  /** Expected height in pixels, until the row was measured. */
  estimate: (index: number) => number
  /** The element that scrolls. */
  scroller: RefObject<HTMLElement | null>
  /** Takes the height of all rows. */
  sizer: RefObject<HTMLElement | null>
  /** Rows that stay in the document wherever the list is scrolled, such as the focused one. */
  pinned?: readonly number[]
  /** The row that the list is scrolled to when it opens. */
  first?: number
  /** False renders every row in the flow of the page: right for short lists. */
  enabled?: boolean
}

/** Attributes that put a row in its place. */
export interface RowPlace {
  'data-index': number
  ref?: (element: HTMLElement | null) => void
  style?: CSSProperties
}

export interface VirtualRows {
  /** The rows to render now. */
  rows: { index: number; key: string; place: RowPlace }[]
  /** Scrolls to a row that may not be in the document. */
  reveal: (index: number) => void
  /** The last row in sight or near it, to know when more are needed. */
  last: number
}

const nothing: readonly number[] = []

/** Renders only the rows in sight, whatever their heights; needs `pz-virtual-sizer` and `pz-virtual-row` on the elements. */
export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { count, keyOf, estimate, scroller, sizer, pinned = nothing, first = 0, enabled = true } = options
  const [above, setAbove] = useState(0)
  const placeAt = usePlaces()
  const rangeExtractor = useCallback(
    (range: Parameters<typeof defaultRangeExtractor>[0]) => {
      const kept = pinned.filter((index) => index >= 0 && index < count)
      return [...new Set([...defaultRangeExtractor(range), ...kept])].toSorted((a, b) => a - b)
    },
    [pinned, count],
  )
  const height = useRef(0)
  // Before the virtualizer looks how much of the list is in sight: a list may be only as high as its rows.
  useLayout(() => {
    if (sizer.current) sizer.current.style.blockSize = enabled ? `${height.current}px` : ''
  })
  const virtualizer = useVirtualizer({
    count,
    enabled,
    getItemKey: keyOf,
    estimateSize: estimate,
    getScrollElement: () => scroller.current,
    rangeExtractor,
    initialOffset: () => heightOf(Math.max(first - 1, 0), estimate),
    scrollMargin: above,
    scrollPaddingStart: above,
    overscan: 3,
    measureElement: shownHeight,
    // Measured in the next frame: a change within the observer's own turn is an error event on the host's window.
    useAnimationFrameWithResizeObserver: true,
  })
  height.current = virtualizer.getTotalSize()
  useLayout(() => {
    if (sizer.current) setAbove(sizer.current.offsetTop)
  }, [sizer, enabled, count])

  const all = useMemo(
    () =>
      Array.from({ length: enabled ? 0 : count }, (_, index) => ({ index, key: keyOf(index), place: { 'data-index': index } })),
    [enabled, count, keyOf],
  )
  const reveal = useCallback(
    (index: number) => {
      if (enabled) virtualizer.scrollToIndex(index, { align: 'auto' })
    },
    [enabled, virtualizer],
  )
  if (!enabled) return { rows: all, reveal, last: count - 1 }
  const rows = virtualizer.getVirtualItems().map(({ index, key, start }) => ({
    index,
    key: String(key),
    place: placeAt(index, start - above, virtualizer.measureElement),
  }))
  return { rows, reveal, last: rows.at(-1)?.index ?? -1 }
}

/** Expected height of so many rows. */
function heightOf(rows: number, estimate: (index: number) => number): number {
  let height = 0
  for (let index = 0; index < rows; index += 1) height += estimate(index)
  return height
}

/** What is hidden measures nothing, and ever more rows of no height would be rendered to fill the list. */
function shownHeight(element: HTMLElement, entry: ResizeObserverEntry | undefined, list: Virtualizer<HTMLElement, HTMLElement>) {
  const height = measureElement(element, entry, list)
  if (height > 0) return height
  const index = list.indexFromElement(element)
  return list.itemSizeCache.get(list.options.getItemKey(index)) ?? list.options.estimateSize(index)
}

/** The same object for the same place, so that memoized rows do not render while others move. */
function usePlaces() {
  const known = useRef(new Map<number, { start: number; place: RowPlace }>())
  return (index: number, start: number, ref: (element: HTMLElement | null) => void): RowPlace => {
    const same = known.current.get(index)
    if (same?.start === start) return same.place
    const place = { 'data-index': index, ref, style: { transform: `translateY(${start}px)` } }
    known.current.set(index, { start, place })
    return place
  }
}
