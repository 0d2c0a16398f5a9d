import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { ReadableStream } from 'node:stream/web'
import { build, type Rollup } from 'vite'

/** A page of our own on a free port of 127.0.0.1. */
export interface ServedPage {
  url: string
  close: () => Promise<void>
}

export interface PageOptions {
  /** Its script, in `acceptance/pages`. */
  script: string
  body: string
  policy?: string
  /** Answers what the page asks below `/api`. */
  answer?: (request: Request) => Promise<Response>
}

/** Bundles a script as a host would while developing, so that React says everything it has to say, and serves its page. */
export async function servePage({ script, body, policy, answer }: PageOptions): Promise<ServedPage> {
  const files = await bundle(join(import.meta.dirname, '../pages', script))
  files.set('/', {
    type: 'text/html; charset=utf-8',
    content: `<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="data:,"></head><body>${body}<script type="module" src="/page.js"></script></body></html>`,
  })
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://page')
    if (answer && pathname.startsWith('/api/')) return void pass(request, response, answer)
    const file = files.get(pathname)
    if (policy) response.setHeader('Content-Security-Policy', policy)
    response.writeHead(file ? 200 : 404, { 'content-type': file?.type ?? 'text/plain' }).end(file?.content)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Hands a request of Node to a function that speaks `Request` and `Response`. */
async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: NonNullable<PageOptions['answer']>,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming
  const body = method === 'GET' ? null : await text(incoming)
  const sent = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)])
  const {
    status,
    headers: said,
    body: answered,
  } = await answer(new Request(`http://page${url}`, { method, headers: sent, body }))
  outgoing.writeHead(status, Object.fromEntries(said))
  if (answered) Readable.fromWeb(answered as ReadableStream<Uint8Array>).pipe(outgoing)
  else outgoing.end()
}

async function bundle(entry: string): Promise<Map<string, { type: string; content: string | Uint8Array }>> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    define: { 'process.env.NODE_ENV': '"development"' },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      cssCodeSplit: false,
      rollupOptions: {
        input: { page: entry },
        output: { entryFileNames: 'page.js', assetFileNames: 'page[extname]' },
      },
    },
  })) as Rollup.RollupOutput
  return new Map(
    output.map((file) => [
      `/${file.fileName}`,
      file.type === 'chunk'
        ? { type: 'text/javascript', content: file.code }
        : { type: file.fileName.endsWith('.css') ? 'text/css' : 'application/octet-stream', content: file.source },
    ]),
  )
}
