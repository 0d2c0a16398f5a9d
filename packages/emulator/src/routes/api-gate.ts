import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { kindOf } from '../org/organization-kind.ts'
import type { Org } from '../org/org.ts'
import type { RunningCall } from '../org/running-calls.ts'
import type { OrgKind } from '../org/settings.ts'
import { emulatorLimit, notFound, refusal } from '../wire/salesforce-error.ts'
import { prettyJson } from '../wire/pretty-json.ts'
import type { App } from './app.ts'
import { authorizeRequest } from './authorize-request.ts'
import { countCall } from './count-call.ts'

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
    refuseOverLimit(org, c.var.runningCall)
    countCall(org, c.var.caller)
    await next()
    return c.header('Sforce-Limit-Info', limitInfo(org))
  })
}

function refuseOverLimit(org: Org, call: RunningCall): void {
  const { dailyApiRequests, concurrentLongRequests, longRequestMs, app } = org.settings
  if (org.usage.used >= dailyApiRequests) throw refusal('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', 403)
  const mostLongRequests = concurrentLongRequests ?? concurrentRequestsOf(kindOf(org.organization))
  if (org.runningCalls.othersRunningFor(longRequestMs, call) >= mostLongRequests) {
    throw refusal('REQUEST_LIMIT_EXCEEDED', 'ConcurrentRequests (Concurrent API Requests) Limit exceeded.', 403)
  }
  if (app.dailyApiRequests !== null && org.usage.usedByApp >= app.dailyApiRequests) {
    throw emulatorLimit("calls of an app beyond the app's own limit in 24 hours")
  }
}

function concurrentRequestsOf(kind: OrgKind): number {
  return kind === 'developer' || kind === 'scratch' ? 5 : 25
}

/** Calls in 24 hours: those of the org, and those of the app where the org limits it. */
function limitInfo({ usage, settings: { dailyApiRequests, app } }: Org): string {
  const ofOrg = `api-usage=${usage.used}/${dailyApiRequests}`
  if (app.dailyApiRequests === null) return ofOrg
  return `${ofOrg}; per-app-api-usage=${usage.usedByApp}/${app.dailyApiRequests}(appName=${app.name})`
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
    c.header('Vary', 'Accept-Encoding')
    c.header('X-Robots-Tag', 'none')
    c.header('server', 'sfdcedge')
    c.header('x-sfdc-request-id', requestId)
    c.header('x-request-id', requestId)
    if (c.res.headers.get('Content-Type')?.startsWith('application/json')) await finishJson(c)
  })
}

async function finishJson(c: Context): Promise<void> {
  c.header('Content-Type', 'application/json;charset=UTF-8')
  if (c.req.header('X-PrettyPrint') !== '1') return
  const { status, headers } = c.res
  c.res = new Response(prettyJson(await c.res.text()), { status, headers })
}
