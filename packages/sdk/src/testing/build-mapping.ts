import type { FieldPair, Mapping, ObjectPair } from '../contract/mapping.ts'
import type { RecordTypeSchema } from '../contract/schema.ts'
import { defaultSchema, pipelineSchema } from '../mapping/default-schema.ts'
import { emptyMapping } from '../mapping/empty-mapping.ts'
import { suggestPairs } from '../mapping/suggestions/suggest-pairs.ts'
import { standardDescribes } from './describes/index.ts'
import { salesPipeline } from './sales-pipeline.ts'

/** The mapping that a person gets who accepts every suggestion in a fresh org. */
export function suggestedMapping(): Mapping {
  const mapping = emptyMapping()
  const [organization, person] = defaultSchema()
  const schemas = [organization, person, pipelineSchema(salesPipeline)]
  mapping.pairs[2].pipelineId = salesPipeline.id
  mapping.pairs.forEach((pair, index) => {
    pair.fields = acceptedPairs(pair, schemas[index] ?? null)
  })
  return mapping
}

function acceptedPairs(pair: ObjectPair, recordType: RecordTypeSchema | null): FieldPair[] {
  const suggestions = suggestPairs(pair, { describe: standardDescribes[pair.object], recordType })
  return suggestions.map(({ attribute, field, direction, options }) => ({ id: attribute, attribute, field, direction, options }))
}
