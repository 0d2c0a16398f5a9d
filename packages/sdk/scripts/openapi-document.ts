import type { OpenAPI } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import * as exported from '../src/contract/index.ts'
import { commonSchemas } from './openapi-components.ts'
import { errorBody, errorSchema, shareErrorResponses } from './openapi-errors.ts'
import { plainRoutes } from './openapi-plain-routes.ts'

const tags = [
  { name: 'connection', description: 'The link between the workspace and a Salesforce org' },
  { name: 'setup', description: 'What has to be in place in Salesforce' },
  { name: 'schema', description: 'Attributes and fields that can be mapped' },
  { name: 'mapping', description: 'Which attribute syncs with which field, and which way' },
  { name: 'pipelines', description: 'Where Opportunities land' },
  { name: 'preview', description: 'What a sync of one record would write' },
  { name: 'runs', description: 'Pulling from Salesforce' },
  { name: 'jobs', description: 'What happened, record by record and field by field' },
  { name: 'pushes', description: 'Sending one record to Salesforce' },
  { name: 'events', description: 'Live progress' },
]

/** The OpenAPI 3.1 document of the contract, for people without TypeScript. */
export async function openApiDocument(): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(exported.contract, {
    info: {
      title: 'Pryzm Salesforce kit',
      version: '0.1.0',
      description:
        'Connects a Pryzm workspace to a Salesforce org, maps their fields, pulls, pushes, and tells what happened. Requests carry the session of the host application; every error has the shape of the schema `Error`.',
    },
    servers: [{ url: '/api/salesforce', description: 'Where the host mounts the handlers' }],
    tags,
    components: { schemas: { Error: errorSchema } },
    commonSchemas: commonSchemas(Object.values(exported)),
    customErrorResponseBodySchema: (defined, status) =>
      errorBody(
        defined.map(([code]) => code),
        status,
      ),
  })
  document.paths = { ...document.paths, ...plainRoutes }
  tagOperations(document)
  shareErrorResponses(document)
  return document
}

/** `jobs.list` belongs to `jobs`. */
function tagOperations(document: OpenAPI.Document): void {
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {})) {
      if (isOperation(operation)) operation.tags = [operation.operationId.slice(0, operation.operationId.indexOf('.'))]
    }
  }
}

function isOperation(value: unknown): value is { operationId: string; tags: string[] } {
  return typeof value === 'object' && value !== null && 'operationId' in value
}
