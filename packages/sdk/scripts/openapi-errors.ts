import type { OpenAPI } from '@orpc/contract'
import { type ErrorCode, errors } from '../src/contract/errors.ts'

type Schema = Record<string, unknown>

const codes = Object.keys(errors)

/** What every failed call answers. */
export const errorSchema: OpenAPI.SchemaObject = {
  type: 'object',
  description: 'Why a call failed. `code` is stable and tells what to do; `message` is a sentence for a person.',
  properties: {
    defined: { type: 'boolean', description: 'True for the codes below, false for a failure outside of the contract.' },
    code: { type: 'string', enum: codes },
    status: { type: 'integer', description: 'The HTTP status again.' },
    message: { type: 'string' },
    data: {
      type: 'object',
      description: 'Details that depend on the code, such as `requestId`, `seconds` or `issues`.',
      additionalProperties: true,
    },
  },
  required: ['defined', 'code', 'status', 'message'],
}

/** The body of one status of one route: the common shape with the codes that it can hold. */
export function errorBody(defined: readonly string[], status: number): Schema {
  return {
    allOf: [{ $ref: '#/components/schemas/Error' }, { properties: { code: { enum: [...defined] }, status: { const: status } } }],
  }
}

/** Moves error responses, which most routes have in common, into the components. */
export function shareErrorResponses(document: OpenAPI.Document): void {
  const shared: Record<string, unknown> = {}
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path ?? {})) {
      const responses = responsesOf(operation)
      for (const [status, response] of Object.entries(responses)) {
        const found = isResponse(response) ? codesOf(response) : []
        if (found.length === 0) continue
        const name = found.map(pascalCase).join('Or')
        shared[name] = Object.assign({}, response, { description: found.map(described).join('; ') })
        responses[status] = { $ref: `#/components/responses/${name}` }
      }
    }
  }
  Object.assign((document.components ??= {}), { responses: shared })
}

interface JsonResponse {
  content: { 'application/json': { schema: { allOf?: { properties?: { code?: { enum?: string[] } } }[] } } }
}

function responsesOf(operation: unknown): Record<string, unknown> {
  return isObject(operation) && isObject(operation.responses) ? operation.responses : {}
}

function isResponse(response: unknown): response is JsonResponse {
  return isObject(response) && isObject(response.content) && isObject(response.content['application/json'])
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function codesOf({ content }: JsonResponse): ErrorCode[] {
  const found = content['application/json'].schema.allOf?.[1]?.properties?.code?.enum ?? []
  return found.filter((code): code is ErrorCode => code in errors)
}

function described(code: ErrorCode): string {
  return `\`${code}\` (remedy: ${errors[code].remedy})`
}

function pascalCase(code: string): string {
  return code
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}
