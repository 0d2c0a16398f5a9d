import { html } from 'hono/html'
import type { Field } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row, Value } from '../org/table.ts'
import { valueReader } from '../org/value-reader.ts'
import { orgPage, type Markup } from './layout.ts'
import { fieldInput } from './record-form.ts'

/** One record: what can be changed as a form, the rest to read. */
export function recordPage(org: Org, view: ObjectView, row: Row, say: { notice?: string; problem?: string } = {}): Markup {
  const { type } = view
  const valueOf = (name: string) => {
    const field = view.field(name)
    return field ? valueReader(org, type.name, field)(row) : null
  }
  const title = String(valueOf('Name') ?? valueOf(view.fields.find((field) => field.nameField)?.name ?? 'Id') ?? row.Id)
  const editable = customFirst(view.fields.filter((field) => field.updateable))
  const readOnly = view.fields.filter((field) => !field.updateable && field.type !== 'address')
  const action = `/manage/${type.name}/${String(row.Id)}`
  return orgPage(
    org,
    title,
    html`<section class="card">
        <p class="soft"><a href="/manage/${type.name}/records">${type.labelPlural}</a> · <code>${row.Id}</code></p>
        <h1>${title}</h1>
        ${row.IsDeleted === true ? html`<div class="error">This record is in the recycle bin.</div>` : ''}
        <form method="post" action="${action}">
          <div class="grid">${editable.map((field) => fieldInput(field, valueOf(field.name)))}</div>
          <p></p>
          ${editable.length > 0 ? html`<button>Save</button>` : html`<p>Nothing here can be changed.</p>`}
        </form>
      </section>
      <section class="card">
        <h2>Read only</h2>
        <table>
          ${readOnly.map(
            (field) =>
              html`<tr>
                <td>${field.label} <code>${field.name}</code></td>
                <td>${linked(field.type === 'reference', valueOf(field.name))}</td>
              </tr>`,
          )}
        </table>
      </section>
      ${
        type.deletable && row.IsDeleted !== true
          ? html`<form method="post" action="${action}/delete"><button class="bad">Delete this record</button></form>`
          : ''
      }`,
    say,
  )
}

/** What people look for here are the fields their own org has. */
function customFirst(fields: readonly Field[]): Field[] {
  return fields.toSorted((a, b) => Number(b.custom) - Number(a.custom))
}

function linked(isReference: boolean, value: Value): Markup | string {
  const text = value === null ? '' : String(value)
  return isReference && text ? html`<a href="/${text}">${text}</a>` : text
}
