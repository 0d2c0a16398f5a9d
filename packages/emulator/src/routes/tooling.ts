import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import { findRecord } from '../org/writing/write-record.ts'
import { toolingJson } from '../wire/tooling-json.ts'
import type { App, AppEnv } from './app.ts'
import { registerCustomFields } from './custom-fields.ts'
import { requireView } from './describe.ts'

type ToolingContext = Context<AppEnv>

/** The records of the Tooling API. */
export function registerTooling(app: App, org: Org): void {
  const path = '/services/data/:version/tooling/sobjects'

  registerCustomFields(app, org)
  app.get(`${path}/:object/:id`, (c) => showToolingRecord(c, org, c.req.param('object'), c.req.param('id')))
}

function showToolingRecord(c: ToolingContext, org: Org, objectName: string, id: string): Response {
  const view = requireView(org, c.var.caller.user, objectName, true)
  return c.json(
    toolingJson(org, c.var.version, view.type.name, findRecord(org, c.var.caller.user, view.type.name, id), view.fields),
  )
}
