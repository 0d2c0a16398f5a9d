import type { AnyContractProcedure } from '@orpc/contract'
import { contract } from '../src/contract/index.ts'
import { openApiDocument } from './openapi-document.ts'
import { typeTablePage } from './type-table-page.ts'

/** What comes from the contract and the rules, by path from this package: the addresses of the routes for the client, the OpenAPI
 * document, and the page that shows the type table. */
export async function generatedFiles(): Promise<Record<string, string>> {
  return {
    'src/client/routes.json': `${JSON.stringify(routeAddresses(), null, 2)}\n`,
    'openapi.json': `${JSON.stringify(await openApiDocument(), null, 2)}\n`,
    '../../docs/type-table.md': typeTablePage(),
  }
}

/** Method and path of each route, such as `GET /jobs/{id}`: all that a page has to load of the contract. */
function routeAddresses(): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(contract).map(([group, routes]) => [
      group,
      Object.fromEntries(Object.entries(routes).map(([name, route]) => [name, addressOf(route)])),
    ]),
  )
}

function addressOf({ '~orpc': { route } }: AnyContractProcedure): string {
  const { method, path } = route
  if (method === undefined || path === undefined) throw new Error('A route of the contract lacks its method or its path.')
  return `${method} ${path}`
}
