import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from '../styles/parts.ts'

export interface Tab<Value extends string> {
  value: Value
  label: ReactNode
  /** The full name, where the label holds more than words. */
  name?: string
}

export interface TabsProps<Value extends string> {
  /** What the tabs choose between. */
  label: string
  tabs: readonly Tab<Value>[]
  selected: Value
  onSelect: (value: Value) => void
  /** Stem of the ids that tie the tabs to their panel; see `tabPanel`. */
  id: string
  className?: string
}

/** A row of tabs over one panel; focus selects, and arrows follow the writing direction. */
export function Tabs<Value extends string>({ label, tabs, selected, onSelect, id, className }: TabsProps<Value>) {
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const current = tabs.findIndex(({ value }) => value === selected)
    const next = tabs[tabAfter(event, current, tabs.length)]
    if (!next) return
    event.preventDefault()
    onSelect(next.value)
    list.current?.querySelector<HTMLElement>(`[data-value="${CSS.escape(next.value)}"]`)?.focus()
  }
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      tabIndex={-1}
      className={classes('pz-box pz-tabs', className)}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          id={`${id}-tab-${tab.value}`}
          className="pz-box pz-tab"
          data-value={tab.value}
          aria-selected={tab.value === selected}
          aria-controls={tab.value === selected ? `${id}-panel` : undefined}
          aria-label={tab.name}
          tabIndex={tab.value === selected ? 0 : -1}
          onClick={() => onSelect(tab.value)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  )
}

/** The attributes of the panel under the tabs with the same `id`. */
export function tabPanel(id: string, selected: string) {
  return { role: 'tabpanel', id: `${id}-panel`, 'aria-labelledby': `${id}-tab-${selected}` } as const
}

/** The index of the tab that a key leads to; -1 for other keys. */
function tabAfter(event: KeyboardEvent<HTMLElement>, current: number, count: number): number {
  const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl'
  switch (event.key) {
    case rightToLeft ? 'ArrowLeft' : 'ArrowRight':
      return (current + 1) % count
    case rightToLeft ? 'ArrowRight' : 'ArrowLeft':
      return (current + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}
