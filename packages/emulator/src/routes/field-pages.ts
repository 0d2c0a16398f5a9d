import { administratorView } from '../pages/find-record.ts'
import { addOpenField, removeField } from '../org/custom-fields.ts'
import type { Org } from '../org/org.ts'
import { pryzmIdField } from '../org/pryzm-id-field.ts'
import { fieldsPage } from '../pages/fields-page.ts'
import type { App } from './app.ts'

/** The page of an object's fields, at the address Salesforce has it, and its buttons. */
export function registerFieldPages(app: App, org: Org): void {
  app.get('/lightning/setup/ObjectManager/:object/FieldsAndRelationships/view', (c) => {
    const view = administratorView(org, c.req.param('object'))
    return view ? c.html(fieldsPage(org, view)) : c.notFound()
  })

  app.post('/manage/:object/fields/pryzm-id', (c) => {
    const view = administratorView(org, c.req.param('object'))
    if (!view) return c.notFound()
    if (org.schema.field(view.type, pryzmIdField.name)) {
      return c.html(fieldsPage(org, view, { problem: `${view.type.label} already has ${pryzmIdField.name}.` }))
    }
    addOpenField(org, view.type.name, pryzmIdField)
    return c.html(fieldsPage(org, administratorView(org, view.type.name) ?? view, { notice: `${pryzmIdField.name} was added.` }))
  })

  app.post('/manage/:object/fields/remove', async (c) => {
    const view = administratorView(org, c.req.param('object'))
    if (!view) return c.notFound()
    const name = new URLSearchParams(await c.req.text()).get('field') ?? ''
    const say = removeField(org, view.type.name, name)
      ? { notice: `${name} was deleted.` }
      : { problem: `There is no custom field ${name}.` }
    return c.html(fieldsPage(org, administratorView(org, view.type.name) ?? view, say))
  })
}
