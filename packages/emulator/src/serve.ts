import { serve, type Http2Bindings, type HttpBindings, type ServerType } from '@hono/node-server'
import type { Connection } from './routes/app.ts'

export interface ServeOptions {
  port: number
  hostname: string
}

export interface RunningServer {
  readonly url: string
  close(): Promise<void>
}

/** Serves `fetch` on a port; 0 picks a free one. Rejects with a clear sentence when the port can't be had. */
export function startServer(
  fetch: (request: Request, connection: Connection) => Response | Promise<Response>,
  { port, hostname }: ServeOptions,
): Promise<RunningServer> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve(
      {
        fetch: (request, { outgoing }) => fetch(request, connectionOf(outgoing)),
        port,
        hostname,
        // Node would refuse long addresses before Salesforce's own refusal can be given.
        serverOptions: { maxHeaderSize: 65_536 },
      },
      (info) => {
        const host = hostname.includes(':') ? `[${hostname}]` : hostname
        resolve({ url: `http://${host}:${info.port}`, close: () => closeServer(server) })
      },
    )
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port, hostname)))
  })
}

function connectionOf(outgoing: (HttpBindings | Http2Bindings)['outgoing']): Connection {
  return {
    destroy: () => void outgoing.destroy(),
    isWaiting: () => !outgoing.headersSent && !outgoing.destroyed,
  }
}

function listenError(error: NodeJS.ErrnoException, port: number, hostname: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new Error(`Port ${port} on ${hostname} is in use. Choose another one, or 0 for any free port.`, { cause: error })
  }
  return new Error(`The emulator can't listen on ${hostname}:${port}: ${error.message}`, { cause: error })
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
