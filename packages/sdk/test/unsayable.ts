import { type AnyContractProcedure, getEventIteratorSchemaDetails } from '@orpc/contract'
import * as z from 'zod'

type JsonSchema = Exclude<z.core.JSONSchema._JSONSchema, boolean>

const flat: unknown[] = ['string', 'integer', 'number', 'boolean']

/** What a route of a contract asks for, or answers, that the client has no way to say or to read; empty where it can. */
export function unsayable({ '~orpc': { route, inputSchema, outputSchema } }: AnyContractProcedure): string[] {
  const names = [...(route.path ?? '').matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
  const input = inputSchema && jsonSchemaOf(inputSchema as z.ZodType, 'input')
  const { properties = {}, required = [] }: JsonSchema = input ?? {}
  const problems = [
    route.method === undefined && 'no method',
    route.path === undefined && 'no path',
    route.inputStructure === 'detailed' && 'an input of path, query, headers and body',
    route.outputStructure === 'detailed' && 'an output of status, headers and body',
    (route.successStatus ?? 200) >= 300 && 'a success that is no 2xx',
    input && !isObject(input) && 'an input that is no object',
    ...names.flatMap((name) => [
      !/^\w+$/.test(name) && `the path's {${name}}`,
      !required.includes(name) && `a path without its ${name}`,
      !isFlat(properties[name], input) && `a path with a ${name} that is no text or number`,
    ]),
    ...Object.entries(properties).map(
      ([name, part]) => route.method === 'GET' && !isFlat(part, input) && `a query with a ${name} that is no text or number`,
    ),
    isFileIn(input) && 'a file',
    ...answerProblems(outputSchema),
  ]
  return problems.filter((problem) => typeof problem === 'string')
}

function answerProblems(schema: AnyContractProcedure['~orpc']['outputSchema']): (string | false)[] {
  const yields = getEventIteratorSchemaDetails(schema)?.yields
  if (yields) return [isFileIn(jsonSchemaOf(yields as z.ZodType, 'output')) && 'a stream of files']
  if (!schema) return ['no output']
  const output = schema as z.ZodType
  if (output.safeParse(undefined).success) return ['an answer without a body']
  return [isFileIn(jsonSchemaOf(output, 'output')) && 'an answer that is a file']
}

/** Throws where JSON has no such thing: a Date, a Map, a bigint. */
function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io })
}

function isObject(schema: JsonSchema): boolean {
  return resolved(schema, schema).every(({ type }) => type === 'object')
}

function isFlat(part: JsonSchema | boolean | undefined, root: JsonSchema | undefined): boolean {
  return typeof part === 'object' && resolved(part, root).every(({ type }) => flat.includes(type))
}

/** The schemas that one stands for: what it refers to, and each of its alternatives. */
function resolved(part: JsonSchema, root: JsonSchema | undefined): JsonSchema[] {
  const shared = part.$ref === undefined ? undefined : root?.$defs?.[part.$ref.slice('#/$defs/'.length)]
  if (shared) return resolved(shared, root)
  const either = part.anyOf ?? part.oneOf
  return either ? either.flatMap((one) => (typeof one === 'object' ? resolved(one, root) : [])) : [part]
}

function isFileIn(schema: unknown): boolean {
  return /"(contentEncoding|contentMediaType)"|"format":"binary"/.test(JSON.stringify(schema) ?? '')
}
