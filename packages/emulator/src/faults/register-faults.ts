import { setTimeout as wait } from 'node:timers/promises'
import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import type { App, AppEnv } from '../routes/app.ts'
import { endSignIn } from './end-sign-in.ts'
import { faultName } from './fault-presets.ts'
import type { Fault, FaultResponse } from './fault.ts'
import { spoilBody } from './spoil-body.ts'

/** Lets the faults of an org strike requests of the API and of sign-in. */
export function registerFaults(app: App, org: Org): void {
  for (const path of ['/services/*', '/id/*']) {
    app.use(path, async (c, next) => {
      const fault = await org.faults.strike({
        method: c.req.method,
        path: pathOf(c),
        body: () => c.req.raw.clone().text(),
        isPart: c.env.insideOf !== undefined,
      })
      if (!fault) return next()
      c.set('fault', faultName(fault))
      if (fault.latencyMs) await wait(fault.latencyMs)
      if (fault.cutBeforeWork) c.env.outgoing?.destroy()
      if (fault.ends) await endSignIn(org, fault.ends, c.req.raw)
      if (!fault.cutBeforeWork && (!fault.respond || fault.afterWork)) await next()
      c.res = spoilBody(answerOf(fault, c), fault, c.env.outgoing)
    })
  }
}

function pathOf(c: Context<AppEnv>): string {
  return c.req.path + new URL(c.req.url).search
}

function answerOf(fault: Fault, c: Context<AppEnv>): Response {
  if (fault.cutBeforeWork) return new Response(null, { status: 503 })
  const told = fault.respond ? respond(fault.respond, pathOf(c)) : c.res
  if (!fault.headers) return told
  const headers = new Headers(told.headers)
  for (const [name, value] of Object.entries(fault.headers)) headers.set(name, value)
  return new Response(told.body, { status: told.status, headers })
}

function respond({ status, body, headers, movedTo }: FaultResponse, path: string): Response {
  const all = { ...(movedTo === undefined ? {} : { Location: movedTo.replace(/\/$/, '') + path }), ...headers }
  if (body === undefined || typeof body === 'string') return new Response(body ?? null, { status, headers: all })
  return Response.json(body, { status, headers: { 'Content-Type': 'application/json;charset=UTF-8', ...all } })
}
