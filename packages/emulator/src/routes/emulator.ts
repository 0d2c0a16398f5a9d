import { isIP } from 'node:net'
import type { Context } from 'hono'
import type { Controls, Operation } from '../admin/operation.ts'
import { operations } from '../admin/operations.ts'
import type { Org } from '../org/org.ts'
import { operationsPage } from '../pages/operations-page.ts'
import { SalesforceError } from '../wire/salesforce-error.ts'
import { openApi } from '../wire/open-api.ts'
import type { App, AppEnv } from './app.ts'

/** The org's controls over HTTP: `POST /emulator/<operation>` with the arguments as JSON, or GET for those that only look. */
export function registerEmulator(app: App, org: Org, controls: Controls): void {
  app.get('/emulator', (c) =>
    c.req.header('Accept')?.includes('text/html')
      ? c.html(operationsPage(org, operations))
      : c.json(openApi(org.url, operations)),
  )

  app.use('/emulator/*', async (c, next) => {
    if (isFromOtherSite(c, org)) return c.json({ error: "Pages of other sites can't use the controls of this org." }, 403)
    return next()
  })

  app.get('/emulator/openapi.json', (c) => c.json(openApi(org.url, operations)))

  app.on(['GET', 'POST'], '/emulator/:operation', async (c) => {
    const name = c.req.param('operation')
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined
    if (!operation) return c.json({ error: `There is no operation "${name}". GET /emulator lists those there are.` }, 404)
    if (c.req.method === 'GET' && !operation.looks) return c.json({ error: `"${name}" changes something: use POST.` }, 405)
    try {
      const input = c.req.method === 'GET' ? fromQuery(operation, c.req.query()) : fromBody(await c.req.text())
      const result = await operation.run(controls, input)
      return result === undefined ? c.body(null, 204) : c.json(result)
    } catch (error) {
      const sentence = sentenceOf(error)
      if (sentence === undefined) throw error
      return c.json({ error: sentence }, 400)
    }
  })
}

/** A browser says where a request comes from; programs don't. Its name for this machine must not be one that another site made up. */
function isFromOtherSite(c: Context<AppEnv>, org: Org): boolean {
  const origin = c.req.header('Origin')
  const site = c.req.header('Sec-Fetch-Site')
  if (origin === undefined && site === undefined) return false
  const { host, hostname } = new URL(c.req.url)
  const isSameOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host)
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none'
  return !isSameOrigin || !isSameSite || !namesThisMachine(hostname, org)
}

function namesThisMachine(hostname: string, org: Org): boolean {
  return hostname === 'localhost' || isIP(hostname.replaceAll(/[[\]]/g, '')) !== 0 || hostname === new URL(org.url).hostname
}

function fromBody(body: string): unknown {
  if (body.trim() === '') return {}
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new Error(`The body is no JSON: ${(error as Error).message}.`, { cause: error })
  }
}

/** Texts stand as they are in a query, all other values as JSON. */
function fromQuery({ input: { properties = {} } }: Operation, query: Record<string, string>): unknown {
  const texts = new Set(Object.keys(properties).filter((name) => Object(properties[name]).type === 'string'))
  return Object.fromEntries(Object.entries(query).map(([name, text]) => [name, texts.has(name) ? text : jsonOrText(text)]))
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** What the org itself says to a person; programming errors have no such sentence. */
function sentenceOf(error: unknown): string | undefined {
  if (error instanceof SalesforceError) return error.errors.map(({ errorCode, message }) => `${errorCode}: ${message}`).join(' ')
  return error instanceof Error && error.name === 'Error' ? error.message : undefined
}
