import { minifyContractRouter } from '@orpc/contract'
import { contract } from '../src/contract/index.ts'
import { openApiDocument } from './openapi-document.ts'

/** What comes from the contract, by path within this package: the client's router without its schemas, and the OpenAPI document. */
export async function generatedFiles(): Promise<Record<string, string>> {
  return {
    'src/client/router.json': `${JSON.stringify(minifyContractRouter(contract))}\n`,
    'openapi.json': `${JSON.stringify(await openApiDocument(), null, 2)}\n`,
  }
}
