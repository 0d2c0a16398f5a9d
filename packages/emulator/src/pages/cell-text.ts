import { html } from 'hono/html'
import type { Field } from '../org/objects/field.ts'
import type { Value } from '../org/table.ts'
import type { Markup } from './layout.ts'

/** A value as people read it in a table: moments to the minute (UTC), checkboxes as Yes and No, references as links. */
export function cellText(field: Field, value: Value): Markup | string {
  if (value === null) return ''
  if (field.type === 'boolean') return value === true ? 'Yes' : 'No'
  if (field.type === 'datetime') return moment(String(value))
  if (field.type === 'reference') return html`<a href="/${value}">${value}</a>`
  const minimumFractionDigits = field.type === 'currency' ? field.scale : 0
  return typeof value === 'number'
    ? value.toLocaleString('en-US', { minimumFractionDigits, maximumFractionDigits: 6 })
    : String(value)
}

function moment(instant: string): Markup {
  return html`<time datetime="${instant}" title="${instant}">${instant.slice(0, 16).replace('T', ' ')}</time>`
}
