import { type Shape } from './shape.ts'
import { atLeast, either, flag, listOf, object, optional, shapeOfNull, text } from './shapes.ts'

/**
 * The shape of changes to an object like `example`: the same names, each optional, with values of the same type,
 * or of the shape that `shapes` has for a name.
 */
export function changesTo<T extends object>(
  example: T,
  shapes?: Readonly<Partial<Record<keyof T, Shape<unknown>>>>,
): Shape<Partial<T>> {
  const known = new Map(Object.entries<Shape<unknown> | undefined>(shapes ?? {}))
  const fields = Object.entries(example).map(([name, part]) => [name, optional(known.get(name) ?? shapeLike(part))] as const)
  return object(Object.fromEntries(fields)) as unknown as Shape<Partial<T>>
}

function shapeLike(example: unknown): Shape<unknown> {
  if (typeof example === 'number') return atLeast(0, { whole: false })
  if (typeof example === 'boolean') return flag
  if (Array.isArray(example)) return listOf(text)
  // A switch that is off is null, and has a text when it is on.
  if (example === null) return either(text, shapeOfNull)
  return typeof example === 'object' ? changesTo(example) : text
}
