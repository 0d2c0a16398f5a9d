import type { Context } from 'hono'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { describeJson, objectJson } from '../wire/describe-json.ts'
import { notFound } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import { isUnchanged } from './conditional.ts'
import { readOnly } from './method-not-allowed.ts'

const NOT_MODIFIED = 304

/** The objects of the org and their fields, as the caller may see them. */
export function registerDescribe(app: App, org: Org): void {
  for (const [path, tooling] of [
    ['sobjects', false],
    ['tooling/sobjects', true],
  ] as const) {
    app.get(`/services/data/:version/${path}`, (c) =>
      unlessUnchanged(c, org, () => globalJson(org, c.var.caller.user, c.var.version, tooling)),
    )

    app.get(`/services/data/:version/${path}/:object/describe`, (c) => {
      const view = requireView(org, c.var.caller.user, c.req.param('object'), tooling)
      return unlessUnchanged(c, org, () => describeJson(org, view, c.var.version))
    })
    readOnly(app, `/services/data/:version/${path}/:object/describe`)

    app.get(`/services/data/:version/${path}/:object`, (c) => {
      const view = requireView(org, c.var.caller.user, c.req.param('object'), tooling)
      return c.json({ objectDescribe: objectJson(view, c.var.version), recentItems: [] })
    })
  }
}

/** The object as `user` finds it; throws Salesforce's 404 when there is none of that name or the user may not read it. */
export function requireView(org: Org, user: Row, name: string, tooling = false): ObjectView {
  const view = org.view(user, name)
  if (!view || view.type.tooling !== tooling) throw notFound()
  return view
}

function globalJson(org: Org, user: Row, version: number, tooling: boolean) {
  const views = org.schema.objects
    .filter((object) => object.tooling === tooling)
    .flatMap((object) => org.view(user, object.name) ?? [])
  const inOrder = views.toSorted((a, b) => (a.type.name < b.type.name ? -1 : 1))
  return { encoding: 'UTF-8', maxBatchSize: 200, sobjects: inOrder.map((view) => objectJson(view, version)) }
}

function unlessUnchanged(c: Context, org: Org, json: () => object): Response {
  const changed = org.metadataChangedAt
  c.header('Last-Modified', changed.toUTCString())
  const suffix = c.req.header('Accept-Encoding')?.includes('gzip') ? '--gzip' : ''
  c.header('ETag', `"${Math.floor(changed.getTime() / 1000).toString(16)}${suffix}"`)
  return isUnchanged(c.req.header('If-Modified-Since'), changed) ? c.body(null, NOT_MODIFIED) : c.json(json())
}
