import * as z from 'zod'

export type JsonSchema = z.core.JSONSchema.BaseSchema

/** What a schema takes, as JSON Schema of draft 2020-12, which is that of OpenAPI 3.1. */
export function jsonSchema(schema: z.core.$ZodType): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' })
  return json
}
