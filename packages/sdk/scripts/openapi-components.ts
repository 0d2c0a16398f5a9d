import * as z from 'zod'

type CommonSchemas = Record<string, { schema: z.ZodType; strategy: 'input' }>

/** Every schema with a name, as a component that others refer to. */
export function commonSchemas(exported: readonly unknown[]): CommonSchemas {
  const named = exported.flatMap((value) => {
    const id = value instanceof z.ZodType ? value.meta()?.id : undefined
    return value instanceof z.ZodType && typeof id === 'string' ? [{ id, schema: value }] : []
  })
  // Bundlers list exports in an order of their own.
  named.sort((a, b) => (a.id < b.id ? -1 : 1))
  return Object.fromEntries(named.map(({ id, schema }) => [id, { schema, strategy: 'input' }]))
}
