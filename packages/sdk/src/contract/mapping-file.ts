import * as z from 'zod'
import { Mapping } from './mapping.ts'
import { AttributeOption } from './schema.ts'
import { Count, Instant, SalesforceObject } from './shared.ts'

const notAFile = 'This is no file of a Salesforce mapping. Choose one that was exported here'

const firstFormat = z.object({
  format: z.literal('pryzm.salesforce-mapping', notAFile),
  formatVersion: z.literal(1),
  exportedAt: Instant,
  /** Version that was exported. */
  version: Count,
  /** The org that it was made for. */
  org: z.object({ id: z.string(), name: z.string() }).nullable().default(null),
  /** The pipeline of Opportunities, by whose name a workspace with other ids finds its own. */
  pipeline: z.object({ id: z.string(), name: z.string() }).nullable().default(null),
  /** Options that the mapping names, by whose labels a workspace with other ids finds its own. */
  options: z.array(z.object({ object: SalesforceObject, attribute: z.string(), options: z.array(AttributeOption) })).default([]),
  mapping: Mapping,
})

/** A mapping as a file: to be kept in a repository, reviewed, and read into another workspace. */
export const MappingFile = z
  .discriminatedUnion('formatVersion', [firstFormat], { error: ({ input }) => unknownFormat(input) })
  .meta({ id: 'MappingFile' })
export type MappingFile = z.infer<typeof MappingFile>

function unknownFormat(input: unknown): string {
  const version = typeof input === 'object' && input !== null && 'formatVersion' in input ? input.formatVersion : undefined
  if (typeof version !== 'number' || version <= 1) return notAFile
  return `This file has format ${version}, and this server reads format 1. Export the mapping from a server of this version, or update this one`
}
