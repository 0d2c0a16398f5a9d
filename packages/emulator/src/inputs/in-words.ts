import type { JsonSchema } from './json-schema.ts'

/** What a JSON Schema allows, as the end of a sentence: "a text", or its own description. */
export function inWords(schema: JsonSchema | boolean): string {
  if (typeof schema === 'boolean') return 'any JSON value'
  const { type, anyOf, description } = schema
  if (description !== undefined) return description
  if (anyOf) return anyOf.map(inWords).join(', or ')
  if (Array.isArray(type)) return type.map((one) => inWords({ ...schema, type: one })).join(', or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return `one of: ${schema.enum.join(', ')}`
  return typeInWords(schema)
}

/** The names that an object can have by its JSON Schema; undefined for any. */
export function knownNames({ properties, propertyNames }: JsonSchema): readonly string[] | undefined {
  if (properties) return Object.keys(properties)
  return typeof propertyNames === 'object' ? propertyNames.enum?.map(String) : undefined
}

function typeInWords(schema: JsonSchema): string {
  const { type, minimum, items } = schema
  const least = minimum === undefined ? '' : ` of at least ${minimum}`
  if (type === 'string') return 'a text'
  if (type === 'boolean') return 'true or false'
  if (type === 'null') return 'null'
  if (type === 'integer') return `a whole number${least}`
  if (type === 'number') return `a number${least}`
  if (type === 'array' && !Array.isArray(items)) return `a list, its items ${inWords(items ?? true)}`
  return type === 'object' ? objectInWords(schema) : 'any JSON value'
}

function objectInWords(schema: JsonSchema): string {
  const { properties, required = [], additionalProperties = true } = schema
  const names = knownNames(schema)
  if (!properties)
    return `an object${names ? ` with any of ${names.join(', ')}` : ''}, its values ${inWords(additionalProperties)}`
  const words = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`))
  return words.length === 0 ? 'an empty object' : `an object { ${words.join(', ')} }`
}
