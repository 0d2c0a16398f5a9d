import type { Context } from 'hono'
import type { App } from './app.ts'

/** Salesforce refuses longer addresses, and longer addresses and headers together. */
const MOST_BYTES = 16_384

/** Refuses requests that are too long before anybody looks at them, with the page of Salesforce's web server. */
export function registerRequestSize(app: App): void {
  app.use('/services/*', async (c, next) => {
    const { pathname, search } = new URL(c.req.url)
    const uri = pathname.length + search.length
    if (uri > MOST_BYTES) return badMessage(c, 414, 'URI Too Long')
    let headers = 0
    for (const [name, value] of c.req.raw.headers) headers += name.length + value.length
    if (uri + headers > MOST_BYTES) return badMessage(c, 431, 'Request Header Fields Too Large')
    return next()
  })
}

function badMessage(c: Context, status: 414 | 431, reason: string): Response | Promise<Response> {
  return c.html(`<h1>Bad Message ${status}</h1><pre>reason: ${reason}</pre>`, status)
}
