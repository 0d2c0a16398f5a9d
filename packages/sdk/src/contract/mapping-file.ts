import * as z from 'zod'
import { Mapping } from './mapping.ts'
import { Count, Instant } from './shared.ts'

/** A mapping as a file: to be kept in a repository, reviewed, and read into another workspace. */
export const MappingFile = z
  .object({
    format: z.literal('pryzm.salesforce-mapping'),
    formatVersion: z.literal(1),
    exportedAt: Instant,
    /** Version that was exported. */
    version: Count,
    /** The org that it was made for. */
    org: z.object({ id: z.string().max(18), name: z.string().max(255) }).nullable(),
    /** The pipeline of Opportunities, by whose names a workspace with other ids finds its own. */
    pipeline: z
      .object({
        id: z.string().max(64),
        name: z.string().max(255),
        stages: z.array(z.object({ id: z.string().max(255), label: z.string().max(255) })).max(500),
      })
      .nullable(),
    mapping: Mapping,
  })
  .meta({ id: 'MappingFile' })
export type MappingFile = z.infer<typeof MappingFile>
