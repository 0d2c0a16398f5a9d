import type { Operation } from '../admin/operation.ts'
import { inWords } from '../inputs/in-words.ts'

/** The operations under `/emulator` as an OpenAPI 3.1 document. */
export function openApi(url: string, operations: Readonly<Record<string, Operation>>): object {
  const paths = Object.entries(operations).map(([name, operation]) => [`/emulator/${name}`, pathItem(name, operation)])
  return {
    openapi: '3.1.0',
    info: { title: 'The controls of an emulated Salesforce org', version: '1' },
    servers: [{ url }],
    paths: Object.fromEntries(paths),
  }
}

function pathItem(name: string, { about, looks, input }: Operation): object {
  const { properties = {}, required = [] } = input
  const parameters = Object.entries(properties).map(([field, schema]) => ({
    name: field,
    in: 'query',
    required: required.includes(field),
    description: inWords(schema),
    ...(Object(schema).type === 'string' ? { schema } : { content: { 'application/json': { schema } } }),
  }))
  const body = { requestBody: { content: { 'application/json': { schema: input } } } }
  const one = looks ? { get: { operationId: name, summary: about, parameters, responses } } : {}
  return { ...one, post: { operationId: looks ? `${name}ByPost` : name, summary: about, ...body, responses } }
}

const responses = {
  200: { description: 'What the operation gives', content: { 'application/json': {} } },
  204: { description: 'Done; there is nothing to give' },
  400: {
    description: 'Why it could not be done',
    content: { 'application/json': { schema: { type: 'object', properties: { error: { type: 'string' } } } } },
  },
}
