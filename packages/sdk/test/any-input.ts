import * as fc from 'fast-check'
import * as z from 'zod'
import { anyDay } from './any-value.ts'

type JsonSchema = Exclude<z.core.JSONSchema._JSONSchema, boolean>

/** What a caller may give for a schema: JSON of its shape, with texts of any kind. Its own refinements may still refuse some. */
export function anyInput(schema: z.ZodType): fc.Arbitrary<unknown> {
  const root = z.toJSONSchema(schema, { io: 'input' })
  return arbitrary(root, root.$defs ?? {})
}

function arbitrary(schema: JsonSchema, shared: Record<string, JsonSchema>): fc.Arbitrary<unknown> {
  const within = (part: JsonSchema | boolean | undefined) => arbitrary(typeof part === 'object' ? part : {}, shared)
  if (schema.$ref !== undefined) return within(shared[schema.$ref.slice('#/$defs/'.length)])
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map(within))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => within({ ...schema, type })))
  switch (schema.type) {
    case 'string':
      return anyText(schema)
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -1000, max: Math.min(schema.maximum ?? 1000, 2 ** 31 - 1) })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(within))
      const items = Array.isArray(schema.items) ? schema.items[0] : schema.items
      return fc.array(within(items), { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 4) })
    }
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, part]) => [name, within(part)])), {
        requiredKeys: schema.required ?? [],
      })
    default:
      throw new Error(`An input has a part that is not generated here: ${JSON.stringify(schema)}`)
  }
}

function anyText({ format, pattern, minLength = 0, maxLength = 40 }: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date-time') return anyDay.map((date) => date.toISOString())
  if (pattern !== undefined) {
    const whole = new RegExp(pattern)
    // fast-check knows no lookahead.
    const shape = new RegExp(pattern.replaceAll(/\(\?!(\\.|[^)])*\)/g, ''))
    return fc.stringMatching(shape).filter((text) => text.length <= maxLength && whole.test(text))
  }
  const length = { minLength, maxLength: Math.min(maxLength, 40) }
  return fc.oneof(
    fc.string(length),
    fc.string({ ...length, unit: 'grapheme' }),
    fc.string({ ...length, unit: 'binary' }),
    fc
      .constantFrom('a/b', '100 %', '%2F', 'a+b&c=d', 'ä b', '[0]', 'x[y]', 'null', '12345678', '…/..', '.', '..')
      .filter((text) => text.length >= minLength),
  )
}
