import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import { notFound, refusal } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import { authorizeRequest } from './authorize-request.ts'

/** Stands before every data resource: checks the version, the session and the daily limit, and counts the call. */
export function registerApiGate(app: App, org: Org): void {
  app.use('/services/data/:version/*', async (c, next) => {
    c.set('version', readVersion(org, c.req.param('version')))
    const { insideOf } = c.env
    if (insideOf) {
      c.set('caller', insideOf)
      return next()
    }
    c.set('caller', authorizeRequest(org, c.req.header('Authorization')))
    if (org.usage.used >= org.settings.dailyApiRequests) {
      throw refusal('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 403)
    }
    org.usage.count()
    await next()
    return c.header('Sforce-Limit-Info', `api-usage=${org.usage.used}/${org.settings.dailyApiRequests}`)
  })
}

function readVersion(org: Org, segment: string): number {
  const version = Number(/^v(\d+)\.0$/.exec(segment)?.[1] ?? Number.NaN)
  const { oldestVersion, newestVersion } = org.settings
  if (version >= 20 && version < oldestVersion) {
    throw refusal('GONE', 'The requested resource is no longer available', 410)
  }
  if (!(version >= oldestVersion && version <= newestVersion)) throw notFound()
  return version
}

/** Gives every answer of the API the headers Salesforce gives. */
export function registerWireHeaders(app: App): void {
  app.use('/services/*', async (c, next) => {
    await next()
    const requestId = randomBytes(16).toString('hex')
    c.header('Cache-Control', 'no-cache,must-revalidate,max-age=0,no-store,private')
    c.header('X-Robots-Tag', 'none')
    c.header('server', 'sfdcedge')
    c.header('x-sfdc-request-id', requestId)
    c.header('x-request-id', requestId)
    if (c.res.headers.get('Content-Type')?.startsWith('application/json')) await finishJson(c)
  })
}

async function finishJson(c: Context): Promise<void> {
  c.header('Content-Type', 'application/json;charset=UTF-8')
  c.header('Vary', 'Accept-Encoding')
  if (c.req.header('X-PrettyPrint') !== '1') return
  const { status, headers } = c.res
  const spaced = JSON.stringify(await c.res.json(), null, 2).replaceAll(/^(\s*"(?:[^"\\]|\\.)*"): /gm, '$1 : ')
  c.res = new Response(spaced, { status, headers })
}
