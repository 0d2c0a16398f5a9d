import { minifyContractRouter } from '@orpc/contract'
import { contract } from '../src/contract/index.ts'
import { openApiDocument } from './openapi-document.ts'
import { typeTablePage } from './type-table-page.ts'

/** What comes from the contract and the rules, by path from this package: the client's router without its schemas, the OpenAPI
 * document, and the page that shows the type table. */
export async function generatedFiles(): Promise<Record<string, string>> {
  return {
    'src/client/router.json': `${JSON.stringify(minifyContractRouter(contract))}\n`,
    'openapi.json': `${JSON.stringify(await openApiDocument(), null, 2)}\n`,
    '../../docs/type-table.md': typeTablePage(),
  }
}
