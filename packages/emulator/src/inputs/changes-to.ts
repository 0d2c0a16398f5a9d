import * as z from 'zod'

/**
 * The schema of changes to an object like `example`: the same names, each optional, with values of the same type,
 * or of the schema that `schemas` has for a name.
 */
export function changesTo<T extends object>(
  example: T,
  schemas?: Readonly<Partial<Record<keyof T, z.ZodType>>>,
): z.ZodType<Partial<T>> {
  const known = new Map(Object.entries<z.ZodType | undefined>(schemas ?? {}))
  const fields = Object.entries(example).map(([name, part]) => [name, z.exactOptional(known.get(name) ?? schemaLike(part))])
  return z.strictObject(Object.fromEntries(fields)) as z.ZodType<Partial<T>>
}

function schemaLike(example: unknown): z.ZodType {
  if (typeof example === 'number') return z.number().min(0)
  if (typeof example === 'boolean') return z.boolean()
  if (Array.isArray(example)) return z.array(z.string())
  // A switch that is off is null, and has a text when it is on.
  if (example === null) return z.union([z.string(), z.null()])
  return typeof example === 'object' ? changesTo(example) : z.string()
}
