import { html } from 'hono/html'
import { isCompound, type Field } from '../org/objects/field.ts'
import { isPersonField } from '../org/objects/person-account.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { valueReader } from '../org/value-reader.ts'
import { cellText } from './cell-text.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import { fieldInputs, formText } from './record-form.ts'
import { dataTable } from './table.ts'

/** Texts that a person typed into a form, by field name. */
export type TypedTexts = ReadonlyMap<string, string>

/** One record: what can be changed as a form, the rest to read. `typed` is what could not be saved, to be mended. */
export function recordPage(org: Org, view: ObjectView, row: Row, say: Saying = {}, typed?: TypedTexts): Markup {
  const { type } = view
  const valueOf = (field: Field) => valueReader(org, type.name, field)(row)
  const nameField = view.field('Name') ?? view.fields.find((field) => field.nameField)
  const title = String((nameField && valueOf(nameField)) ?? row.Id)
  const isDeleted = row.IsDeleted === true
  const recordTypeId = typeof row.RecordTypeId === 'string' ? row.RecordTypeId : null
  const editable = isDeleted
    ? []
    : view.fields
        .filter((field) => field.updateable && suits(view, row, field))
        .map((field) => org.recordTypes.narrowed(recordTypeId, field))
  const readOnly = view.fields.filter((field) => !isCompound(field) && !editable.some(({ name }) => name === field.name))
  const action = `/manage/${type.name}/${String(row.Id)}`
  return orgPage(
    org,
    title,
    html`<section class="card">
        <p class="soft"><a href="/manage/${type.name}/records">${type.labelPlural}</a> · <code>${row.Id}</code></p>
        <h1>${title}</h1>
        ${isDeleted ? html`<div class="error">This record is in the <a href="/manage/recycle-bin">recycle bin</a>.</div>` : ''}
        ${
          editable.length > 0
            ? html`<form method="post" action="${action}">
                ${fieldInputs(editable, (field) => typed?.get(field.name) ?? formText(field, valueOf(field)), view.recordTypes)}
                <div class="bar"><button>Save</button></div>
              </form>`
            : html`<p>Nothing here can be changed.</p>`
        }
      </section>
      <section class="card">
        <h2>Read only</h2>
        ${dataTable(
          [{ label: 'Field' }, { label: 'Name' }, { label: 'Value' }],
          readOnly.map((field) => [field.label, html`<code>${field.name}</code>`, cellText(field, valueOf(field))]),
        )}
      </section>
      ${type.deletable && !isDeleted ? deleteForm(action, type.label) : ''}`,
    say,
  )
}

/** Whether a field can be filled in this record: a person has no name of a business, and a business none of a person. */
function suits(view: ObjectView, row: Row, { name }: Field): boolean {
  if (view.type.name !== 'Account' || !view.field('IsPersonAccount')) return true
  return row.IsPersonAccount === true ? name !== 'Name' : !isPersonField(name)
}

function defaultText({ recordTypes }: ObjectView, { name }: Field): string {
  const standard = recordTypes.find(({ isDefault, isMaster }) => isDefault && !isMaster)
  return name === 'RecordTypeId' ? (standard?.id ?? '') : ''
}

function deleteForm(action: string, label: string): Markup {
  return html`<section class="card">
    <details class="sure">
      <summary>Delete this ${label.toLowerCase()}</summary>
      <form method="post" action="${action}/delete"><button class="bad">Move to the recycle bin</button></form>
    </details>
  </section>`
}

/** The form for a record to be made. */
export function newRecordPage(org: Org, view: ObjectView, say: Saying = {}, typed?: TypedTexts): Markup {
  const { name, label, labelPlural } = view.type
  const fields = view.fields.filter((field) => field.createable)
  return orgPage(
    org,
    `New ${label}`,
    html`<section class="card">
      <p class="soft"><a href="/manage/${name}/records">${labelPlural}</a></p>
      <h1>New ${label}</h1>
      <form method="post" action="/manage/${name}/new">
        ${fieldInputs(fields, (field) => typed?.get(field.name) ?? defaultText(view, field), view.recordTypes)}
        <div class="bar row"><button>Save</button> <a href="/manage/${name}/records">Cancel</a></div>
      </form>
    </section>`,
    say,
  )
}
