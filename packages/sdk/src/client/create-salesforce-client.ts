import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Contract } from '../contract/routes.ts'
import router from './router.json' with { type: 'json' }
import { asSyncError, notReached } from './as-sync-error.ts'

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
  const link = new OpenAPILink(router as unknown as Contract, {
    url: () => new URL(baseUrl, globalThis.location?.href ?? 'http://localhost').href.replace(/\/$/, ''),
    headers: typeof headers === 'function' ? headers : () => headers,
    fetch: (request, init) => send(transport, new Request(request, init)),
    interceptors: [asSyncError],
  })
  const client: SalesforceClient = createORPCClient(link)
  baseUrls.set(client, baseUrl)
  return client
}

const baseUrls = new WeakMap<SalesforceClient, string>()

/** Where the results of a job can be downloaded as CSV: for a plain link, which sends cookies but none of the client's headers. */
export function resultsUrl(client: SalesforceClient, jobId: string): string {
  const baseUrl = baseUrls.get(client) ?? ''
  return `${baseUrl.replace(/\/$/, '')}/jobs/${encodeURIComponent(jobId)}/results.csv`
}

async function send(transport: Transport, request: Request): Promise<Response> {
  try {
    request.signal.throwIfAborted()
    return await transport(request)
  } catch (error) {
    throw notReached(error)
  }
}
