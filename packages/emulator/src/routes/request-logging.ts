import type { Org } from '../org/org.ts'
import type { App } from './app.ts'

/** Notes every request of the API and of sign-in. Parts of a composite request are not noted by themselves. */
export function registerRequestLogging(app: App, org: Org): void {
  for (const path of ['/services/*', '/id/*']) {
    app.use(path, async (c, next) => {
      if (c.env.insideOf) return next()
      const at = org.clock()
      const start = performance.now()
      await next()
      org.log.add({
        at,
        method: c.req.method,
        path: c.req.path + new URL(c.req.url).search,
        status: c.res.status,
        milliseconds: performance.now() - start,
      })
    })
  }
}
