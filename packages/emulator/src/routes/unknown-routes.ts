import type { Org } from '../org/org.ts'
import { notFoundPage } from '../pages/not-found-page.ts'
import { notFound, refusal } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'

const methods = ['HEAD', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE']

/** Answers what no route does: 405 where another method would do, 404 otherwise. */
export function registerUnknownRoutes(app: App, org: Org): void {
  app.notFound((c) => {
    if (!c.req.path.startsWith('/services/')) return c.html(notFoundPage(org), 404)
    const allowed = methods.filter((method) => hasRoute(app, method, c.req.path))
    if (allowed.length === 0 || allowed.includes(c.req.method)) throw notFound()
    throw refusal('METHOD_NOT_ALLOWED', `HTTP Method '${c.req.method}' not allowed. Allowed are ${allowed.join(',')}`, 405)
  })
}

function hasRoute(app: App, method: string, path: string): boolean {
  const [matches] = app.router.match(method === 'HEAD' ? 'GET' : method, path)
  return matches.some(([[, route]]) => route.method === method || (method === 'HEAD' && route.method === 'GET'))
}
