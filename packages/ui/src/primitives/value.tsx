import type { AttributeOption, AttributeValue } from '@pryzm/salesforce-sdk'
import { useState } from 'react'
import { useText } from '../presentation.ts'
import { valueText } from '../value-text.ts'
import { Button } from './button.tsx'
import { commonMessages } from './common.messages.ts'

/** Longer values are folded. */
const LONG = 160

export interface ValueProps {
  value: AttributeValue
  /** The attribute's options, whose labels are shown in place of their ids. */
  options?: readonly AttributeOption[] | undefined
}

/** A record's value as text: markup in it is shown, never rendered. */
export function Value({ value, options }: ValueProps) {
  const t = useText('common', commonMessages)
  const [whole, setWhole] = useState(false)
  const text = valueText(value, t, options)
  if (text.trim() === '') return <span className="pz-box pz-value-none">{value === null ? t.emptyValue : t.blankValue}</span>
  const long = text.length > LONG
  return (
    <span className="pz-box pz-value">
      <span className="pz-box pz-value-text" dir="auto">
        {long && !whole ? `${text.slice(0, LONG)}…` : text}
      </span>
      {long && (
        <Button size="s" variant="plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t.showLess : t.showWhole}
        </Button>
      )}
    </span>
  )
}
