import type * as z from 'zod'

/**
 * Marks a field that the server does not produce yet: a client may meet it in scenarios alone, so it is optional.
 * `docs/experimental.md` lists each of them; the mark goes once the server fills the field.
 */
export function experimental<Schema extends z.ZodType>(schema: Schema): z.ZodOptional<Schema> {
  return schema.optional().meta({ experimental: true, description: 'Experimental: the server does not fill this yet.' })
}
