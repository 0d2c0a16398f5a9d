import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'
import { chosenEncoding, compressed, compressedAtOnce } from '../wire/compressed.ts'
import type { App } from './app.ts'

/** Bodies shorter than this stay as they are, in bytes; compressing could only make them longer. */
const SHORTEST = 32
/** Bodies up to this length are compressed at once, in bytes: a compressor that streams costs more than that to set up. */
const SHORT = 16 * 1024
type Body = ReadableStream<Uint8Array>

/** Compresses answers for clients that take gzip or deflate, as Salesforce does. */
export function registerCompression(app: App): void {
  app.use(async (c, next) => {
    await next()
    if (!canBeCompressed(c.res)) return
    c.res.headers.set('Vary', withAcceptEncoding(c.res.headers.get('Vary')))
    const encoding = chosenEncoding(c.req.header('Accept-Encoding'))
    if (!encoding || c.req.method === 'HEAD' || !c.res.body) return
    const { start, rest } = await opened(c.res.body)
    const { status, headers } = c.res
    if (!rest && start.length < SHORTEST) {
      c.res = new Response(start, { status, headers })
      return
    }
    const body = rest ? compressed(joined(start, rest), encoding) : compressedAtOnce(start, encoding)
    c.res = new Response(body, { status, headers })
    c.res.headers.delete('Content-Length')
    c.res.headers.set('Content-Encoding', encoding)
    const tag = headers.get('ETag')
    if (tag && !namesEncoding(tag)) c.res.headers.set('ETag', `W/${tag}`)
  })
}

function canBeCompressed({ status, headers }: Response): boolean {
  const length = headers.get('Content-Length')
  return (
    status !== 206 &&
    !headers.has('Content-Encoding') &&
    (length === null || Number(length) >= SHORTEST) &&
    COMPRESSIBLE_CONTENT_TYPE_REGEX.test(headers.get('Content-Type') ?? '') &&
    !/(?:^|,)\s*no-transform\s*(?:,|$)/i.test(headers.get('Cache-Control') ?? '')
  )
}

/** Whether a tag holds for the compressed bytes too: a weak one does, and Salesforce's own ends like this. */
function namesEncoding(tag: string): boolean {
  return tag.startsWith('W/') || tag.endsWith('--gzip"')
}

function withAcceptEncoding(vary: string | null): string {
  if (vary === null) return 'Accept-Encoding'
  return /(?:^|,)\s*(?:\*|accept-encoding)\s*(?:,|$)/i.test(vary) ? vary : `${vary}, Accept-Encoding`
}

/** The first bytes of a body, enough of them to tell whether it is short, and the reader of what follows unless that is all. */
async function opened(body: Body) {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  for (let length = 0; length <= SHORT;) {
    const { done, value } = await reader.read()
    if (done) return { start: Buffer.concat(chunks), rest: undefined }
    chunks.push(value)
    length += value.length
  }
  return { start: Buffer.concat(chunks), rest: reader }
}

async function* joined(start: Uint8Array, rest: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield start
    for (let next = await rest.read(); !next.done; next = await rest.read()) yield next.value
  } finally {
    await rest.cancel()
  }
}
