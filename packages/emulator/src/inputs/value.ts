import * as z from 'zod'

/** What a field of a record can hold. */
export const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
