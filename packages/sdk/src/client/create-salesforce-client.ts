import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '../contract/routes.ts'
import { answeredError, asSyncError, notReached } from './as-sync-error.ts'
import { readAnswer } from './read-answer.ts'
import { routeRequest } from './route-request.ts'
import routes from './routes.json' with { type: 'json' }

/**
 * Answers a request, and ends the answer when the request's signal aborts; `fetch` is one, and so is a server's `handle`. One that
 * streams in the same process has to hold the request meanwhile: Node tells its signal of no abort once nobody does.
 */
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
  const ask: Ask = async (url, { headers: own = {}, ...init }) => {
    try {
      // Awaited even where they are at hand: a call that is taken back at once, as React's strict mode does, is never sent.
      const sent = new Headers(await (typeof headers === 'function' ? headers() : headers))
      for (const [name, value] of Object.entries(own)) sent.set(name, value)
      const request = new Request(absolute(url), { ...init, headers: sent })
      request.signal.throwIfAborted()
      return await transport(request)
    } catch (error) {
      throw notReached(error)
    }
  }
  const client = callable((route) => async (input, { signal, lastEventId } = {}) => {
    const { address, method, body } = routeRequest(route, input)
    const own = {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
    }
    const init = { method, headers: own, body: body ?? null, signal: signal ?? null, redirect: 'manual' as const }
    return readAnswer(await ask(`${trimmed(baseUrl)}${address}`, init))
  })
  ways.set(client, { baseUrl, signed: typeof headers === 'function' || Object.keys(headers).length > 0, ask })
  return client
}

/** Sends a request with the host's headers. Rejects with a `SyncError` where no answer comes, and with the abort that ends it. */
type Ask = (url: string, init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> }) => Promise<Response>

type Call = (
  input?: Readonly<Record<string, unknown>>,
  options?: { signal?: AbortSignal; lastEventId?: string | undefined },
) => Promise<unknown>

/** The client that calls each route of the contract with the function made of its address. */
function callable(callOf: (route: string) => Call): SalesforceClient {
  const addresses: { [Group in keyof Contract]: Record<keyof Contract[Group], string> } = routes
  const groups = Object.entries(addresses).map(([group, names]) => [
    group,
    Object.fromEntries(Object.entries(names).map(([name, route]) => [name, callOf(route)])),
  ])
  return Object.fromEntries(groups) as SalesforceClient
}

/** How a client reaches the server, for what is no route of the contract. */
const ways = new WeakMap<SalesforceClient, { baseUrl: string; signed: boolean; ask: Ask }>()

function trimmed(url: string): string {
  return url.replace(/\/$/, '')
}

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
  return `${trimmed(way.baseUrl)}/connection/start?${query.toString()}`
}

/** Where the results of a job can be downloaded as CSV: for a plain link, which sends cookies but none of the client's headers. */
export function resultsUrl(client: SalesforceClient, jobId: string): string {
  const baseUrl = ways.get(client)?.baseUrl ?? ''
  return `${trimmed(baseUrl)}/jobs/${encodeURIComponent(jobId)}/results.csv`
}

/**
 * The results of a job as a CSV file, asked for with the client's headers. Rejects with a `SyncError`, and with an `AbortError`
 * once `signal` aborts.
 */
export async function downloadResults(client: SalesforceClient, jobId: string, signal?: AbortSignal): Promise<Blob> {
  const way = ways.get(client)
  if (!way) throw new Error('Results can be downloaded with a client that createSalesforceClient made.')
  const response = await way.ask(resultsUrl(client, jobId), { signal: signal ?? null })
  if (!response.ok) throw await answeredError(response)
  return response.blob().catch((error: unknown) => {
    throw asSyncError(error)
  })
}
