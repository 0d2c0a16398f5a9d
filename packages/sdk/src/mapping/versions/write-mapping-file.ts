import type { FieldPair, Mapping, ObjectPair } from '../../contract/mapping.ts'
import type { MappingFile } from '../../contract/mapping-file.ts'
import type { Pipeline } from '../../contract/pipeline.ts'
import type { RecordTypeSchema } from '../../contract/schema.ts'
import type { SalesforceObject } from '../../contract/shared.ts'

export interface MappingFileInput {
  mapping: Mapping
  version: number
  /** ISO instant. */
  exportedAt: string
  org: MappingFile['org']
  pipelines: readonly Pipeline[]
  recordTypes: Readonly<Record<SalesforceObject, RecordTypeSchema | null>>
}

/** Writes a mapping as a file that also tells, for workspaces with other ids, what its ids are called. */
export function writeMappingFile({ mapping, version, exportedAt, org, pipelines, recordTypes }: MappingFileInput): MappingFile {
  const pipeline = pipelines.find(({ id }) => id === mapping.pairs[2].pipelineId)
  return {
    format: 'pryzm.salesforce-mapping',
    formatVersion: 1,
    exportedAt,
    version,
    org,
    pipeline: pipeline === undefined ? null : { id: pipeline.id, name: pipeline.name },
    options: mapping.pairs.flatMap((pair) => namedOptions(pair, recordTypes[pair.object])),
    mapping,
  }
}

function namedOptions({ object, fields }: ObjectPair, recordType: RecordTypeSchema | null): MappingFile['options'] {
  return (recordType?.attributes ?? []).flatMap(({ name, options = [] }) => {
    const used = new Set(fields.filter(({ attribute }) => attribute === name).flatMap(optionIds))
    const named = options.filter(({ id }) => used.has(id)).map(({ id, label }) => ({ id, label }))
    return named.length === 0 ? [] : [{ object, attribute: name, options: named }]
  })
}

/** The options that a pair names, in its option map or as its default. */
function optionIds({ options, defaultOnPush }: FieldPair): string[] {
  const defaults = typeof defaultOnPush === 'string' ? [defaultOnPush] : Array.isArray(defaultOnPush) ? defaultOnPush : []
  return [...options.map(({ option }) => option), ...defaults]
}
