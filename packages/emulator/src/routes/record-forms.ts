import { administratorView, recordById } from '../pages/find-record.ts'
import { deleteRecord, insertRecord, updateRecord } from '../org/writing/write-record.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { valueReader } from '../org/value-reader.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { formText, typedInput } from '../pages/record-form.ts'
import { newRecordPage, recordPage, type TypedTexts } from '../pages/record-page.ts'
import type { App } from './app.ts'
import { attempt } from './attempt.ts'

/** What happens when a person makes, saves or deletes a record on its page. */
export function registerRecordForms(app: App, org: Org): void {
  app.get('/manage/User/new', (c) => c.redirect('/manage/users/new'))
  app.get('/manage/:object/new', (c) => {
    const view = administratorView(org, c.req.param('object'))
    return view?.type.createable ? c.html(newRecordPage(org, view)) : c.notFound()
  })
  // Where Salesforce has it, and where a describe says it is: `/001/e`.
  app.get('/:prefix{[0-9A-Za-z]{3}}/e', (c) => {
    const object = org.schema.objects.find(({ keyPrefix }) => keyPrefix === c.req.param('prefix'))
    return object ? c.redirect(`/manage/${object.name}/new`) : c.notFound()
  })

  app.post('/manage/:object/new', async (c) => {
    const view = administratorView(org, c.req.param('object'))
    if (!view?.type.createable) return c.notFound()
    const typed = typedTexts(await c.req.text())
    const filled = Object.entries(inputs(view, typed, () => '')).filter(([, value]) => value !== false)
    let id = ''
    const say = attempt(() => (id = insertRecord(org, org.administrator, view.type.name, Object.fromEntries(filled))), 'Saved.')
    return id === '' ? c.html(newRecordPage(org, view, say, typed)) : c.redirect(`/${id}`, 303)
  })

  app.post('/manage/:object/:id{[0-9A-Za-z]{15,18}}', async (c) => {
    const found = recordById(org, c.req.param('id'))
    if (!found) return c.notFound()
    const { view, row } = found
    const typed = typedTexts(await c.req.text())
    const changes = inputs(view, typed, storedText(org, view, row))
    const say = attempt(() => updateRecord(org, org.administrator, view.type.name, String(row.Id), changes), 'Saved.')
    const shown = recordById(org, String(row.Id))?.row ?? row
    return c.html(recordPage(org, view, shown, say, 'problem' in say ? typed : undefined))
  })

  app.post('/manage/:object/:id{[0-9A-Za-z]{15,18}}/delete', (c) => {
    const found = recordById(org, c.req.param('id'))
    if (!found) return c.notFound()
    const { view, row } = found
    const say = attempt(() => deleteRecord(org, org.administrator, view.type.name, String(row.Id)), 'Moved to the recycle bin.')
    return c.html(recordPage(org, view, recordById(org, String(row.Id))?.row ?? row, say))
  })
}

/** A checkbox is sent as `false` and, when it is ticked, as `true` after that: the last text counts. */
function typedTexts(form: string): TypedTexts {
  return new Map([...new URLSearchParams(form)].map(([name, text]) => [name, text.replaceAll('\r\n', '\n')]))
}

function storedText(org: Org, view: ObjectView, row: Row): (name: string) => string | undefined {
  return (name) => {
    const field = view.field(name)
    return field?.updateable ? formText(field, valueReader(org, view.type.name, field)(row)) : undefined
  }
}

/** What a person typed that is not what the form held before; fields that it could not hold are left out. */
function inputs(view: ObjectView, typed: TypedTexts, before: (name: string) => string | undefined): RecordInput {
  const changed = [...typed].filter(([name, text]) => ![undefined, text].includes(before(name)))
  return Object.fromEntries(
    changed.flatMap(([name, text]) => {
      const field = view.field(name)
      return field ? [[field.name, typedInput(field, text)]] : []
    }),
  )
}
