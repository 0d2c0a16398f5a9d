import type { Org } from '../org/org.ts'
import type { App } from './app.ts'

/** Counts the calls of the API that are being answered, from the moment they come in, so that a fault's delay counts too. */
export function registerRunningCalls(app: App, org: Org): void {
  app.use('/services/data/:version/*', async (c, next) => {
    if (c.env.insideOf) return next()
    const call = org.runningCalls.begin()
    c.set('runningCall', call)
    try {
      await next()
    } finally {
      org.runningCalls.end(call)
    }
  })
}
