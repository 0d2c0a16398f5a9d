import { html } from 'hono/html'
import { isRequired, type Field } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup } from './layout.ts'

/** The fields of an object as Setup lists them, with a one-click Pryzm_ID field. */
export function fieldsPage(org: Org, view: ObjectView, say: { notice?: string; problem?: string } = {}): Markup {
  const { type } = view
  const fields = org.schema.fields(type).toSorted((a, b) => (a.label < b.label ? -1 : 1))
  const hasPryzmId = fields.some((field) => field.name === 'Pryzm_ID__c')
  return orgPage(
    org,
    `${type.label}: Fields & Relationships`,
    html`<section class="card">
      <p class="soft">Setup · Object Manager · ${type.label}</p>
      <h1>Fields &amp; Relationships</h1>
      ${
        hasPryzmId || !type.createable
          ? ''
          : html`<form method="post" action="/manage/${type.name}/fields/pryzm-id">
              <button>Add Pryzm_ID field</button>
              <span class="soft">Text(36), External ID, Unique, visible and editable for everybody</span>
            </form>`
      }
      <p></p>
      <table>
        <tr>
          <th>Field Label</th>
          <th>Field Name</th>
          <th>Data Type</th>
          <th>Notes</th>
          <th></th>
        </tr>
        ${fields.map((field) => fieldLine(type.name, field, view.field(field.name) !== undefined))}
      </table>
    </section>`,
    say,
  )
}

function fieldLine(objectName: string, field: Field, visible: boolean): Markup {
  const notes = [
    isRequired(field) && 'required',
    field.externalId && 'External ID',
    field.unique && 'Unique',
    !visible && 'hidden from the administrator',
  ].filter(Boolean)
  return html`<tr>
    <td>${field.label}</td>
    <td><code>${field.name}</code></td>
    <td>${dataType(field)}</td>
    <td>${notes.join(', ')}</td>
    <td>
      ${
        field.custom
          ? html`<form method="post" action="/manage/${objectName}/fields/remove">
              <input type="hidden" name="field" value="${field.name}" /><button class="bad">Delete</button>
            </form>`
          : ''
      }
    </td>
  </tr>`
}

function dataType({ type, length, precision, scale, referenceTo }: Field): string {
  if (type === 'reference') return `Lookup(${referenceTo.join(', ')})`
  if (type === 'string') return `Text(${length})`
  if (precision > 0) return `${type}(${precision - scale}, ${scale})`
  return length > 0 ? `${type}(${length})` : type
}
