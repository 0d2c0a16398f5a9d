import { type KeyboardEvent, startTransition, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { afterPaint } from '../../after-paint.ts'
import { useAnnounce } from '../../presentation.ts'
import { Button, CloseIcon, IconButton, RefreshIcon, useVirtualRows } from '../../primitives/index.ts'
import { PickerLineView } from './picker-line.tsx'
import { fieldOptions, USED_LAST } from './field-search.ts'
import type { PickerTarget } from './use-pair-picker.ts'
import type { EditorWords } from './editor-words.ts'
import { useAnchoredPopover } from './use-anchored-popover.ts'
import { type PickerLine, useFieldSearch } from './use-field-search.ts'

const PAGE = 8
/** Pixels as they are measured at the default density: a row that differs is placed, and rendered, twice. */
const heights = { group: 29, option: 45, noted: 64 }

export interface FieldPickerProps {
  target: PickerTarget
  /** True while the fields are read from Salesforce again. */
  refreshing: boolean
  onRefresh: () => void
  onClose: () => void
  words: EditorWords
}

/** The one field picker of an editor: searches hundreds of fields by label, API name and type. */
export function FieldPicker({ target, refreshing, onRefresh, onClose, words }: FieldPickerProps) {
  const { t, part } = words
  const id = useId()
  const popover = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const sizer = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const options = useMemo(() => fieldOptions(target.index, target), [target])
  const [query, setQuery] = useState('')
  const { lines, count } = useFieldSearch(options, query)
  const [active, setActive] = useState(() => indexOfField(lines, target.current))
  useAnchoredPopover(popover, target.anchor, onClose)
  useEffect(() => input.current?.focus({ preventScroll: true }), [target])
  useCountAnnounced(query, t.pickerCount({ count }))

  const virtual = useVirtualRows({
    count: lines.length,
    keyOf: useCallback((index: number) => keyOf(lines[index]), [lines]),
    estimate: (index) => heightOf(lines[index]),
    scroller: list,
    sizer,
    pinned: useMemo(() => [active], [active]),
    first: active,
  })
  // What matches best is at the top.
  useEffect(() => {
    if (query !== '') list.current?.scrollTo({ top: 0 })
  }, [lines, query])

  // What is typed stands at once; the list follows as soon as nothing holds up the typing.
  const look = () =>
    afterPaint(() =>
      startTransition(() => {
        setQuery(input.current?.value ?? '')
        setActive(-1)
      }),
    )
  const giveUp = useCallback(() => {
    popover.current?.hidePopover()
    target.anchor.focus()
  }, [target])
  const choose = useCallback(
    (line: PickerLine | undefined) => {
      if (line?.kind !== 'option' || line.option.group === 'unusable') return
      target.choose(line.option.field)
      giveUp()
    },
    [target, giveUp],
  )
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Tab' && !event.shiftKey) giveUp()
    else if (event.key === 'Enter') {
      event.preventDefault()
      // Nobody chooses from a list that is about to change.
      if (input.current?.value === query) choose(lines[active])
    } else if (event.key in steps) {
      event.preventDefault()
      const next = moved(lines, active, steps[event.key] ?? 0)
      setActive(next)
      if (next >= 0) virtual.reveal(next)
    }
  }
  const usageKnown = target.index.some(({ field }) => field.usage !== undefined)
  const label = t.pickerTitle({ label: target.attribute.label })
  return (
    <div popover="auto" ref={popover} role="dialog" aria-label={label} {...part('picker')}>
      <div {...part('picker-head')}>
        <div {...part('picker-title')}>
          {label}
          <IconButton icon={<CloseIcon />} size="s" label={t.closePicker} onClick={giveUp} />
        </div>
        <input
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-autocomplete="list"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          placeholder={t.pickerPlaceholder}
          onChange={look}
          onKeyDown={onKeyDown}
          className="pz-box pz-input"
        />
      </div>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} {...part('picker-list', { empty: count === 0 })}>
        <div ref={sizer} role="presentation" className="pz-virtual-sizer">
          {virtual.rows.map(({ index, key, place }) => (
            <PickerLineView
              key={key}
              line={lines[index]}
              place={place}
              id={`${id}-${index}`}
              active={index === active}
              total={count}
              query={query}
              current={target.current}
              words={words}
              onChoose={choose}
            />
          ))}
        </div>
      </div>
      {count === 0 && (
        <div {...part('picker-empty')}>
          <span>{t.pickerNoMatch({ query })}</span>
          <span className="pz-muted">{t.pickerNoMatchBody}</span>
          <Button size="s" icon={<RefreshIcon />} busy={refreshing} onClick={onRefresh}>
            {t.refreshFields}
          </Button>
        </div>
      )}
      <div {...part('picker-foot')}>
        <span>{t.pickerCount({ count })}</span>
        {usageKnown && <span>{t.pickerUsed({ word: USED_LAST })}</span>}
      </div>
    </div>
  )
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: PAGE, PageUp: -PAGE }

/** The line of the option that is so many options further, passing over the names of groups and stopping at the ends. */
function moved(lines: readonly PickerLine[], active: number, step: number): number {
  const options = lines.flatMap((line, index) => (line.kind === 'option' ? [index] : []))
  const from = options.indexOf(active)
  const to = from < 0 && step < 0 ? options.length - 1 : Math.min(Math.max(from + step, 0), options.length - 1)
  return options[to] ?? -1
}

function indexOfField(lines: readonly PickerLine[], field: string | null): number {
  return lines.findIndex((line) => line.kind === 'option' && line.option.field.name === field)
}

function keyOf(line: PickerLine | undefined): string {
  return line?.kind === 'option' ? line.option.field.name : `group ${line?.group ?? ''}`
}

function heightOf(line: PickerLine | undefined): number {
  if (line?.kind !== 'option') return heights.group
  const { note, readOnly, usedBy, emptyIn, field } = line.option
  const noted = note !== null || readOnly || usedBy.length > 0 || emptyIn !== null || field.usage?.inLastJob === true
  return noted ? heights.noted : heights.option
}

/** Says how many fields are left, once the typing has stopped for half a second. */
function useCountAnnounced(query: string, sentence: string) {
  const announce = useAnnounce()
  useEffect(() => {
    if (query === '') return undefined
    const timer = setTimeout(() => announce(sentence), 500)
    return () => clearTimeout(timer)
  }, [announce, query, sentence])
}
