import { html } from 'hono/html'
import { isRequired, type Field } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import { customFirst } from './record-form.ts'
import { dataTable, type Cell } from './table.ts'

const columns = [
  { label: 'Label' },
  { label: 'Name' },
  { label: 'Type' },
  { label: 'Notes' },
  { label: '', kind: 'action' as const },
]

/** The fields of an object as Setup lists them, with a one-click Pryzm_ID field. */
export function fieldsPage(org: Org, view: ObjectView, say: Saying = {}): Markup {
  const { type } = view
  const fields = customFirst(org.schema.fields(type).toSorted((a, b) => (a.label < b.label ? -1 : 1)))
  const hasPryzmId = fields.some((field) => field.name === 'Pryzm_ID__c')
  return orgPage(
    org,
    `${type.label}: Fields & Relationships`,
    html`<section class="card">
      <p class="soft">
        <a href="/lightning/setup/SetupOneHome/home">Setup</a> · Object Manager ·
        <a href="/manage/${type.name}/records">${type.labelPlural}</a>
      </p>
      <h1>${type.label}: Fields &amp; Relationships</h1>
      ${
        hasPryzmId || !(type.createable && type.hasPages)
          ? ''
          : html`<form class="row" method="post" action="/manage/${type.name}/fields/pryzm-id">
                <button>Add Pryzm_ID field</button>
                <span class="soft">Text(36), External ID, Unique, visible and editable for everybody</span>
              </form>
              <p></p>`
      }
      ${dataTable(
        columns,
        fields.map((field) => fieldCells(type.name, field, view.field(field.name) !== undefined)),
      )}
    </section>`,
    say,
  )
}

function fieldCells(objectName: string, field: Field, visible: boolean): Cell[] {
  const notes = [
    field.custom && 'Custom',
    isRequired(field) && 'Required',
    field.externalId && 'External ID',
    field.unique && 'Unique',
    field.formula && `Formula: ${field.formula.text}`,
    field.summary && 'Roll-Up Summary',
    field.displayFormat && `Auto Number: ${field.displayFormat}`,
    field.controllerName && `Depends on ${field.controllerName}`,
    field.restrictedPicklist && 'Restricted',
    !visible && 'Hidden from the administrator',
  ]
  return [
    field.label,
    html`<code>${field.name}</code>`,
    dataType(field),
    notes.filter(Boolean).join(', '),
    field.custom ? deleteForm(objectName, field) : '',
  ]
}

function deleteForm(objectName: string, { name, label }: Field): Markup {
  return html`<details class="sure">
    <summary aria-label="Delete ${label}">Delete</summary>
    <form method="post" action="/manage/${objectName}/fields/remove">
      <input type="hidden" name="field" value="${name}" /><button class="bad">Delete for everybody</button>
    </form>
  </details>`
}

const typeNames: Partial<Record<Field['type'], string>> = {
  id: 'Record ID',
  string: 'Text',
  textarea: 'Text Area',
  boolean: 'Checkbox',
  int: 'Number',
  double: 'Number',
  datetime: 'Date/Time',
  url: 'URL',
  multipicklist: 'Picklist (Multi-Select)',
}

function dataType({ type, length, precision, scale, digits, referenceTo }: Field): string {
  if (type === 'reference') return `Lookup(${referenceTo.join(', ')})`
  const name = typeNames[type] ?? type.charAt(0).toUpperCase() + type.slice(1)
  if (type === 'string' || type === 'textarea') return `${name}(${length})`
  if (type === 'int') return `${name}(${digits}, 0)`
  return precision > 0 ? `${name}(${precision - scale}, ${scale})` : name
}
