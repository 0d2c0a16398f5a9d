import type { AttributeValue } from '@pryzm/salesforce-sdk'
import { useState } from 'react'
import { Button } from '../../primitives/index.ts'
import type { JobWords } from './job-words.ts'

/** Longer values are folded. */
const LONG = 160

/** A value that was left out, as text: markup in it is shown, never rendered. */
export function DroppedValue({ value, words }: { value: AttributeValue; words: JobWords }) {
  const { t, part } = words
  const [whole, setWhole] = useState(false)
  if (value === null) return <span {...part('hint')}>{t.empty}</span>
  const text = textOf(value, words)
  if (text.trim() === '') return <span {...part('hint')}>{t.blank}</span>
  const long = text.length > LONG
  return (
    <span {...part('dropped')}>
      <span dir="auto" {...part('dropped-text')}>
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

function textOf(value: NonNullable<AttributeValue>, { t }: JobWords): string {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.join(', ')
  const parts =
    'amount' in value ? [value.amount, value.currency] : [value.street, value.postalCode, value.city, value.state, value.country]
  return parts.filter(Boolean).join('amount' in value ? ' ' : ', ')
}
