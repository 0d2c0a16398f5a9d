import type { Org } from '../org/org.ts'
import { notFoundPage } from '../pages/not-found-page.ts'
import { emulatorLimit, notFound } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import { methodNotAllowed } from './method-not-allowed.ts'

const methods = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Resources of a real org, below the versioned root, that the emulator has nothing of, or only a part. */
const realResources = new Set(
  (
    'actions analytics appMenu async-queries chatter compactLayouts connect consent composite dedupe event eventing flexiPage graphql jobs ' +
    'knowledgeManagement licensing metadata parameterizedSearch process quickActions recent scheduling search support tabs theme tooling ' +
    'ui-api wave'
  ).split(' '),
)

/** Other faces of a real org: its SOAP APIs, the first Bulk API, streaming. */
const realFaces = /^\/(services\/(Soap|async)|cometd)\//

/** Answers what no route does: 501 where a real org has something, 405 where another method would do, 404 otherwise. */
export function registerUnknownRoutes(app: App, org: Org): void {
  // A route and not Hono's `notFound`: what is thrown there passes by the headers that every answer has.
  app.all('*', (c) => {
    if (realFaces.test(c.req.path)) throw emulatorLimit(`the API at ${c.req.path}`)
    if (!c.req.path.startsWith('/services/')) return c.html(notFoundPage(org), 404)
    const allowed = methods.filter((method) => hasRoute(app, method, c.req.path))
    if (allowed.length > 0 && !allowed.includes(c.req.method)) throw methodNotAllowed(c.req.method, allowed)
    const [, resource = ''] = /^\/services\/data\/v[\d.]+\/([^/]+)/.exec(c.req.path) ?? []
    throw realResources.has(resource) ? emulatorLimit(`the resource ${c.req.path}`) : notFound()
  })
}

function hasRoute(app: App, method: string, path: string): boolean {
  const [matches] = app.router.match(method === 'HEAD' ? 'GET' : method, path)
  return matches.some(([[, route]]) => route.method === method || (method === 'HEAD' && route.method === 'GET'))
}
