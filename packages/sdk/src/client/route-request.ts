import { SyncError } from '../contract/errors.ts'

/** What a call sends, and where to below the base URL. */
export interface RouteRequest {
  method: string
  address: string
  /** JSON. */
  body: string | undefined
}

/**
 * The request of a call: what the path of `route` (such as `GET /jobs/{id}`) names goes into it, the rest into the query of a GET
 * and else into the body. It can say what the contract's routes take: flat texts, numbers and booleans in an address, JSON in a body.
 */
export function routeRequest(route: string, input?: Readonly<Record<string, unknown>>): RouteRequest {
  const [method = '', path = ''] = route.split(' ')
  const rest = new Map(Object.entries(input ?? {}))
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const step = pathStep(name, rest.get(name))
    rest.delete(name)
    return step
  })
  if (method !== 'GET') return { method, address, body: input && JSON.stringify(Object.fromEntries(rest)) }
  const query = queryOf(rest)
  return { method, address: query === '' ? address : `${address}?${query}`, body: undefined }
}

function queryOf(values: ReadonlyMap<string, unknown>): string {
  const said = [...values].filter(([, value]) => value !== undefined && value !== null)
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()
}

function pathStep(name: string, value: unknown): string {
  const text = String(value)
  // A URL takes these for steps, however they are written, and so the route of another path would answer.
  if (/^\.{0,2}$/.test(text)) throw new SyncError('not_found', `There is nothing with the ${name} "${text}".`)
  return encodeURIComponent(text)
}
