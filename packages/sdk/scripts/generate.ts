// Writes what comes from the contract: the client's router without its schemas, and the OpenAPI document.
import { writeFileSync } from 'node:fs'
import { minifyContractRouter } from '@orpc/contract'
import { contract } from '../src/contract/index.ts'
import { openApiDocument } from './openapi-document.ts'

writeFileSync(new URL('../src/client/router.json', import.meta.url), `${JSON.stringify(minifyContractRouter(contract))}\n`)
writeFileSync(new URL('../openapi.json', import.meta.url), `${JSON.stringify(await openApiDocument(), null, 2)}\n`)
