import { recordById } from '../pages/find-record.ts'
import { updateRecord, deleteRecord } from '../org/writing/write-record.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row, Value } from '../org/table.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { typedInput } from '../pages/record-form.ts'
import { recordPage } from '../pages/record-page.ts'
import { SalesforceError } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'

/** What happens when a person saves or deletes a record on its page. */
export function registerRecordForms(app: App, org: Org): void {
  app.post('/manage/:object/:id{[0-9A-Za-z]{15,18}}', async (c) => {
    const found = recordById(org, c.req.param('id'))
    if (!found) return c.notFound()
    const { view, row } = found
    const changes = changedFields(view, row, new URLSearchParams(await c.req.text()))
    const say = attempt(() => updateRecord(org, org.administrator, view.type.name, String(row.Id), changes), 'Saved.')
    return c.html(recordPage(org, view, recordById(org, String(row.Id))?.row ?? row, say))
  })

  app.post('/manage/:object/:id{[0-9A-Za-z]{15,18}}/delete', (c) => {
    const found = recordById(org, c.req.param('id'))
    if (!found) return c.notFound()
    const { view, row } = found
    const say = attempt(() => deleteRecord(org, org.administrator, view.type.name, String(row.Id)), 'Moved to the recycle bin.')
    return c.html(recordPage(org, view, recordById(org, String(row.Id))?.row ?? row, say))
  })
}

/** The fields whose text in the form is not the one the record has. */
function changedFields(view: ObjectView, row: Row, form: URLSearchParams): RecordInput {
  const sent = view.fields.filter((field) => field.updateable && form.has(field.name))
  const texts = sent.map((field) => ({ field, text: (form.getAll(field.name).at(-1) ?? '').replaceAll('\r\n', '\n') }))
  const changed = texts.filter(({ field, text }) => text !== storedText(field.type === 'boolean', row[field.name] ?? null))
  return Object.fromEntries(changed.map(({ field, text }) => [field.name, typedInput(field, text)]))
}

function storedText(isCheckbox: boolean, value: Value): string {
  return value === null ? (isCheckbox ? 'false' : '') : String(value).replaceAll('\r\n', '\n')
}

function attempt(action: () => void, notice: string): { notice: string } | { problem: string } {
  try {
    action()
    return { notice }
  } catch (error) {
    if (error instanceof SalesforceError) return { problem: error.errors.map(({ message }) => message).join(' ') }
    throw error
  }
}
