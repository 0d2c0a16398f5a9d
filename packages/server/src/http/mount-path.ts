import { contract } from '@pryzm/salesforce-sdk/contract'

/** Routes beside the contract's: a browser comes to them, no client. */
export const plainRoutes = {
  start: '/connection/start',
  callback: '/connection/callback',
  resultsCsv: '/jobs/{id}/results.csv',
} as const

const shapes = [...contractPaths(contract), ...Object.values(plainRoutes)].map(shapeOf)

/**
 * Finds under which path of the host the kit is mounted, by the route that the request ends with: `/api/salesforce` of
 * `/api/salesforce/jobs/people`. Null where it ends with none.
 */
export function findMountPath(pathname: string): string | null {
  for (let at = 0; at !== -1; at = pathname.indexOf('/', at + 1)) {
    const rest = pathname.slice(at)
    if (shapes.some((shape) => shape.test(rest))) return pathname.slice(0, at)
  }
  return null
}

/** The values of a plain route's placeholders, where the path is that route. */
export function matchPlainRoute(path: string, route: keyof typeof plainRoutes): Record<string, string> | null {
  const match = shapeOf(plainRoutes[route]).exec(path)
  return match && { ...match.groups }
}

function shapeOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`)
}

function contractPaths(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  const definition = (node as { '~orpc'?: { route?: { path?: string } } })['~orpc']
  if (definition === undefined) return Object.values(node).flatMap(contractPaths)
  return definition.route?.path === undefined ? [] : [definition.route.path]
}
