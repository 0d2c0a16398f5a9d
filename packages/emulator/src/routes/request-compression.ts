import { promisify } from 'node:util'
import { gunzip, inflate } from 'node:zlib'
import { refusal } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'

const unzippers = new Map([
  ['gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
])

/** Unzips the bodies of requests that say they are compressed, before anybody reads them. */
export function registerRequestCompression(app: App): void {
  app.use('/services/*', async (c, next) => {
    const encoding = c.req.header('Content-Encoding')?.toLowerCase() ?? 'identity'
    if (encoding === 'identity') return next()
    const unzip = unzippers.get(encoding)
    if (!unzip) throw refusal('UNSUPPORTED_MEDIA_TYPE', `Content encoding not supported: ${encoding}`, 415)
    const { url, method, headers: given } = c.req.raw
    const body = await unzip(await c.req.raw.arrayBuffer()).catch(() => undefined)
    if (!body) throw refusal('UNSUPPORTED_MEDIA_TYPE', `The body is not ${encoding}, as its Content-Encoding says`, 415)
    const headers = new Headers(given)
    headers.delete('Content-Encoding')
    headers.delete('Content-Length')
    c.req.raw = new Request(url, { method, headers, body })
    return next()
  })
}
