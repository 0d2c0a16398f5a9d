import { html } from 'hono/html'
import type { Field } from '../org/objects/field.ts'
import type { Value } from '../org/table.ts'
import type { Markup } from './layout.ts'

const numeric: ReadonlySet<Field['type']> = new Set(['int', 'double', 'currency', 'percent'])

/** The input for one field of a record. */
export function fieldInput(field: Field, value: Value): Markup {
  const id = `field-${field.name}`
  return html`<div>
    <label for="${id}">${field.label} <code>${field.name}</code></label>
    ${inputOf(field, id, value === null ? '' : String(value))}
  </div>`
}

function inputOf(field: Field, id: string, text: string): Markup {
  const { name } = field
  if (field.type === 'boolean') {
    const checked = text === 'true' ? html`checked` : ''
    return html`<input type="hidden" name="${name}" value="false" /><input
        id="${id}"
        type="checkbox"
        name="${name}"
        value="true"
        ${checked}
      />`
  }
  if (field.type === 'textarea') return html`<textarea id="${id}" name="${name}">${text}</textarea>`
  if (field.type !== 'picklist') return html`<input id="${id}" name="${name}" value="${text}" />`
  const options = field.picklistValues.map((option) => html`<option value="${option.value}"></option>`)
  return html`<input id="${id}" name="${name}" value="${text}" list="${id}-values" />
    <datalist id="${id}-values">${options}</datalist>`
}

/** What a form sends for a field, as the API would be given it; texts that are no numbers are left for the org to refuse. */
export function typedInput(field: Field, text: string): unknown {
  if (field.type === 'boolean') return text === 'true'
  if (text === '') return null
  if (numeric.has(field.type)) return Number.isNaN(Number(text)) ? text : Number(text)
  return text
}
