import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../src/contract/index.ts'

/** The OpenAPI 3.1 document of the contract, for people without TypeScript. */
export function openApiDocument() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: {
      title: 'Pryzm Salesforce kit',
      version: '0.1.0',
      description: 'Connects a Pryzm workspace to a Salesforce org, maps their fields, pulls, pushes, and tells what happened.',
    },
    servers: [{ url: '/api/salesforce', description: 'Where the host mounts the handlers' }],
  })
}
