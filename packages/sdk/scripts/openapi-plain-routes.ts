import type { OpenAPI } from '@orpc/contract'
import { errorBody } from './openapi-errors.ts'

const json = (codes: readonly string[], status: number) => ({
  description: codes.join(', '),
  content: { 'application/json': { schema: errorBody(codes, status) } },
})

/** Routes that answer no JSON and so stand beside the contract. */
export const plainRoutes: OpenAPI.PathsObject = {
  '/connection/callback': {
    get: {
      operationId: 'connection.callback',
      summary: 'Where Salesforce sends the browser back to; not for calling',
      parameters: ['code', 'state', 'error', 'error_description'].map((name) => ({
        name,
        in: 'query' as const,
        schema: { type: 'string' as const },
      })),
      responses: {
        '302': { description: 'Back to the page that started, with `?salesforce=connected` or `?salesforce=<reason>`' },
      },
    },
  },
  '/jobs/{id}/results.csv': {
    get: {
      operationId: 'jobs.resultsCsv',
      summary: 'Every record result of a job as CSV',
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        '200': { description: 'OK', content: { 'text/csv': { schema: { type: 'string' } } } },
        '401': json(['not_signed_in'], 401),
        '403': json(['not_permitted', 'module_disabled'], 403),
        '404': json(['not_found'], 404),
      },
    },
  },
}
