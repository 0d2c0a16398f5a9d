import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { toId18 } from '../org/salesforce-id.ts'
import type { RecordTypeInfo } from '../org/record-types.ts'
import type { Row } from '../org/table.ts'
import { layoutJson, layoutsJson } from '../wire/layout-json.ts'
import { notFound, refusal } from '../wire/salesforce-error.ts'
import { fieldValuesJson, objectInfoJson, picklistValuesJson } from '../wire/ui-api-json.ts'
import type { App } from './app.ts'
import { requireView } from './describe.ts'
import { readOnly } from './method-not-allowed.ts'

/** How the pages of an object look to a user: layouts, and the part of the User Interface API that tells picklist values. */
export function registerLayouts(app: App, org: Org): void {
  const layouts = '/services/data/:version/sobjects/:object/describe/layouts'
  app.get(layouts, (c) => {
    const view = requireView(org, c.var.caller.user, c.req.param('object'))
    return c.json(layoutsJson(org, view, c.var.version))
  })
  app.get(`${layouts}/:recordType`, (c) => {
    const view = requireView(org, c.var.caller.user, c.req.param('object'))
    return c.json(layoutJson(org, view, requireRecordType(view, c.req.param('recordType'))))
  })

  readOnly(app, layouts)

  const info = '/services/data/:version/ui-api/object-info/:object'
  app.get(info, (c) => {
    const view = requirePages(org, c.var.caller.user, c.req.param('object'))
    return c.json(objectInfoJson(org, view, c.var.version))
  })
  app.get(`${info}/picklist-values/:recordType`, (c) => {
    const view = requirePages(org, c.var.caller.user, c.req.param('object'))
    return c.json(picklistValuesJson(org, view, requireRecordType(view, c.req.param('recordType')).id, c.var.version))
  })
  app.get(`${info}/picklist-values/:recordType/:field`, (c) => {
    const view = requirePages(org, c.var.caller.user, c.req.param('object'))
    const { id } = requireRecordType(view, c.req.param('recordType'))
    const field = view.field(c.req.param('field'))
    if (field?.type !== 'picklist' && field?.type !== 'multipicklist') throw notFound()
    return c.json(fieldValuesJson(org, view, id, field, c.var.version))
  })
}

function requireRecordType(view: ObjectView, id: string): RecordTypeInfo {
  const found = view.recordTypes.find((type) => type.id === toId18(id))
  if (!found) throw notFound()
  return found
}

/** The object, if the User Interface API knows it: it is there for what people see on pages. */
function requirePages(org: Org, user: Row, name: string): ObjectView {
  const view = org.view(user, name)
  if (!view?.type.hasPages) throw refusal('INVALID_TYPE', `Object ${name} is not supported in UI API`)
  return view
}
