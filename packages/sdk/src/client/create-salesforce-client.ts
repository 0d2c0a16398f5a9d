import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Contract } from '../contract/routes.ts'
import router from './router.json' with { type: 'json' }
import { answeredError, asSyncError, notReached } from './as-sync-error.ts'

/** Answers a request; `fetch` is one, and so is a server's `handle`. */
export type Transport = (request: Request) => Promise<Response>

export interface SalesforceClientOptions {
  /** Where the server's handlers are mounted, such as `/api/salesforce`; relative to the page in a browser. */
  baseUrl: string
  transport?: Transport
  /** Sent with every request, for hosts that sign requests by header. */
  headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>)
}

/** The contract made callable: `client.jobs.list({ state: 'failed' })`. Every call rejects with a `SyncError`. */
export type SalesforceClient = ContractRouterClient<Contract>

/**
 * Makes a client of the kit's routes.
 *
 * @example
 * const client = createSalesforceClient({ baseUrl: '/api/salesforce' })
 * const { status } = await client.connection.get()
 */
export function createSalesforceClient({ baseUrl, transport = fetch, headers = {} }: SalesforceClientOptions): SalesforceClient {
  const headersNow = typeof headers === 'function' ? headers : () => headers
  const link = new OpenAPILink(router as unknown as Contract, {
    url: () => absolute(baseUrl).replace(/\/$/, ''),
    headers: headersNow,
    fetch: (request, init) => send(transport, new Request(request, init)),
    interceptors: [asSyncError],
  })
  const client: SalesforceClient = createORPCClient(link)
  ways.set(client, {
    baseUrl,
    signed: typeof headers === 'function' || Object.keys(headers).length > 0,
    ask: async (url, signal) => send(transport, new Request(absolute(url), { headers: await headersNow(), signal })),
  })
  return client
}

/** How a client reaches the server, for what is no route of the contract. */
const ways = new WeakMap<
  SalesforceClient,
  { baseUrl: string; signed: boolean; ask: (url: string, signal: AbortSignal | null) => Promise<Response> }
>()

function absolute(url: string): string {
  return new URL(url, globalThis.location?.href ?? 'http://localhost').href
}

/**
 * Where a sign-in to Salesforce starts by itself, for a plain link that may be opened in a new tab. Null where the client signs
 * its requests by header, which a link cannot.
 */
export function connectUrl(
  client: SalesforceClient,
  options: { returnTo: string; loginHost?: string | undefined },
): string | null {
  const way = ways.get(client)
  if (way === undefined || way.signed) return null
  const query = new URLSearchParams({ returnTo: options.returnTo, ...(options.loginHost && { loginHost: options.loginHost }) })
  return `${way.baseUrl.replace(/\/$/, '')}/connection/start?${query.toString()}`
}

/** Where the results of a job can be downloaded as CSV: for a plain link, which sends cookies but none of the client's headers. */
export function resultsUrl(client: SalesforceClient, jobId: string): string {
  const baseUrl = ways.get(client)?.baseUrl ?? ''
  return `${baseUrl.replace(/\/$/, '')}/jobs/${encodeURIComponent(jobId)}/results.csv`
}

/**
 * The results of a job as a CSV file, asked for with the client's headers. Rejects with a `SyncError`, and with an `AbortError`
 * once `signal` aborts.
 */
export async function downloadResults(client: SalesforceClient, jobId: string, signal?: AbortSignal): Promise<Blob> {
  const way = ways.get(client)
  if (!way) throw new Error('Results can be downloaded with a client that createSalesforceClient made.')
  const response = await way.ask(resultsUrl(client, jobId), signal ?? null)
  if (!response.ok) throw await answeredError(response)
  return response.blob().catch((error: unknown) => {
    throw notReached(error)
  })
}

async function send(transport: Transport, request: Request): Promise<Response> {
  try {
    request.signal.throwIfAborted()
    return await transport(request)
  } catch (error) {
    throw notReached(error)
  }
}
