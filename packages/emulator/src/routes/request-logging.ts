import type { Context } from 'hono'
import { BodyExcerpt } from '../org/body-excerpt.ts'
import type { Org } from '../org/org.ts'
import type { App, AppEnv } from './app.ts'

/** Notes every request of the API and of sign-in. Parts of a composite request are not noted by themselves. */
export function registerRequestLogging(app: App, org: Org): void {
  for (const path of ['/services/*', '/id/*']) {
    app.use(path, async (c, next) => {
      if (c.env.insideOf) return next()
      const at = org.clock()
      const start = performance.now()
      const sent = noteRequest(c)
      await next()
      const answered = noteAnswer(c)
      org.log.add(
        {
          at,
          method: c.req.method,
          path: c.req.path + new URL(c.req.url).search,
          status: c.res.status,
          milliseconds: performance.now() - start,
          ...(c.var.fault === undefined ? {} : { fault: c.var.fault }),
        },
        { sent: () => sent.text, answered: () => answered.text },
      )
    })
  }
}

function noteRequest(c: Context<AppEnv>): BodyExcerpt {
  const excerpt = new BodyExcerpt(c.req.header('Content-Encoding'))
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return excerpt
  const source = c.req.raw.clone().body?.getReader()
  const readOn = async (): Promise<void> => {
    const chunk = excerpt.isFull ? undefined : await source?.read()
    if (!chunk?.value) return source?.cancel()
    excerpt.add(chunk.value)
    return readOn()
  }
  // Whoever reads the body itself is told when it breaks off.
  readOn().catch(() => undefined)
  return excerpt
}

/** Puts a body in the place of the answer's that is the same and noted as it passes. */
function noteAnswer(c: Context<AppEnv>): BodyExcerpt {
  const { status, headers, body } = c.res
  const excerpt = new BodyExcerpt(headers.get('Content-Encoding') ?? '')
  const source = body?.getReader()
  if (!source) return excerpt
  const noted = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await source.read()
      if (done) return controller.close()
      excerpt.add(value)
      controller.enqueue(value)
    },
    cancel: (reason) => source.cancel(reason),
  })
  c.res = new Response(noted, { status, headers })
  return excerpt
}
