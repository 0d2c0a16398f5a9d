import type { Org } from '../org/org.ts'
import { notFoundPage } from '../pages/not-found-page.ts'
import { notFound } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import { methodNotAllowed } from './method-not-allowed.ts'

const methods = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Answers what no route does: 405 where another method would do, 404 otherwise. */
export function registerUnknownRoutes(app: App, org: Org): void {
  // A route and not Hono's `notFound`: what is thrown there passes by the headers that every answer has.
  app.all('*', (c) => {
    if (!c.req.path.startsWith('/services/')) return c.html(notFoundPage(org), 404)
    const allowed = methods.filter((method) => hasRoute(app, method, c.req.path))
    if (allowed.length === 0 || allowed.includes(c.req.method)) throw notFound()
    throw methodNotAllowed(c.req.method, allowed)
  })
}

function hasRoute(app: App, method: string, path: string): boolean {
  const [matches] = app.router.match(method === 'HEAD' ? 'GET' : method, path)
  return matches.some(([[, route]]) => route.method === method || (method === 'HEAD' && route.method === 'GET'))
}
