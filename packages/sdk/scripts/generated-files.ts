import { minifyContractRouter } from '@orpc/contract'
import { contract } from '../src/contract/index.ts'
import { openApiDocument } from './openapi-document.ts'
import { typeTablePage } from './type-table-page.ts'

/** What comes from the contract and the rules, by path from this package: the client's router without its schemas, the OpenAPI
 * document, and the page that shows the type table. */
export async function generatedFiles(): Promise<Record<string, string>> {
  return {
    'src/client/router.json': `${JSON.stringify(minifyContractRouter(contract), withoutProse)}\n`,
    'openapi.json': `${JSON.stringify(await openApiDocument(), null, 2)}\n`,
    '../../docs/type-table.md': typeTablePage(),
  }
}

/** What a route is for is told by the OpenAPI document; every page would load it with the client. */
function withoutProse(key: string, value: unknown): unknown {
  return ['summary', 'description'].includes(key) && typeof value === 'string' ? undefined : value
}
