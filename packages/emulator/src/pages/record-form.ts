import { html } from 'hono/html'
import { isRequired, type Field } from '../org/objects/field.ts'
import type { RecordTypeInfo } from '../org/record-types.ts'
import type { Value } from '../org/table.ts'
import type { Markup } from './layout.ts'

const numeric: ReadonlySet<Field['type']> = new Set(['int', 'double', 'currency', 'percent'])

/** The inputs of a record, with the texts they hold by field name, and the record types it can be given. */
export function fieldInputs(
  fields: readonly Field[],
  textOf: (field: Field) => string,
  recordTypes: readonly RecordTypeInfo[],
): Markup {
  return html`<div class="grid">${customFirst(fields).map((field) => fieldInput(field, textOf(field), recordTypes))}</div>`
}

/** What people look for are the fields their own org has. */
export function customFirst(fields: readonly Field[]): Field[] {
  return fields.toSorted((a, b) => Number(b.custom) - Number(a.custom))
}

function fieldInput(field: Field, text: string, recordTypes: readonly RecordTypeInfo[]): Markup {
  const id = `field-${field.name}`
  return html`<div>
    <label for="${id}">${field.label} <code>${field.name}</code>${isRequired(field) ? ' (required)' : ''}</label>
    ${field.name === 'RecordTypeId' ? recordTypeInput(id, text, recordTypes) : inputOf(field, id, text)}
  </div>`
}

function recordTypeInput(id: string, text: string, recordTypes: readonly RecordTypeInfo[]): Markup {
  const options = recordTypes
    .map((type) => ({
      value: type.isMaster ? '' : type.id,
      name: type.name,
      open: type.isMaster ? type.isDefault : type.available,
    }))
    .filter(({ value, open }) => open || value === text)
  return html`<select id="${id}" name="RecordTypeId">
    ${options.map(({ value, name }) =>
      value === text ? html`<option value="${value}" selected>${name}</option>` : html`<option value="${value}">${name}</option>`,
    )}
  </select>`
}

function inputOf({ name, type, picklistValues }: Field, id: string, text: string): Markup {
  if (type === 'boolean') {
    const checked = text === 'true' ? html`checked` : ''
    return html`<input type="hidden" name="${name}" value="false" />
      <input id="${id}" type="checkbox" name="${name}" value="true" ${checked} />`
  }
  if (type === 'textarea') return html`<textarea id="${id}" name="${name}">${`\n${text}`}</textarea>`
  if (type === 'date') return html`<input id="${id}" type="date" name="${name}" value="${text}" />`
  if (type !== 'picklist') return html`<input id="${id}" name="${name}" value="${text}" />`
  const options = picklistValues.map((option) => html`<option value="${option.value}"></option>`)
  return html`<input id="${id}" name="${name}" value="${text}" list="${id}-values" />
    <datalist id="${id}-values">${options}</datalist>`
}

/** The text a form shows for a value, and sends back when it is left alone. */
export function formText(field: Field, value: Value): string {
  if (value === null) return field.type === 'boolean' ? 'false' : ''
  return String(value).replaceAll('\r\n', '\n')
}

/** What a form sends for a field, as the API would be given it; texts that are no numbers are left for the org to refuse. */
export function typedInput(field: Field, text: string): unknown {
  if (field.type === 'boolean') return text === 'true'
  if (text === '') return null
  if (numeric.has(field.type)) return Number.isNaN(Number(text)) ? text : Number(text)
  return text
}
