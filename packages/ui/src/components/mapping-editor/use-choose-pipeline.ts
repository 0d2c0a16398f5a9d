import type { FieldPair, OptionPair, PairSchema, Pipeline } from '@pryzm/salesforce-sdk'
import { useCallback } from 'react'
import { useData, useQueries } from '../../data/index.ts'
import { loadRules, type MappingRules } from './later.tsx'
import { fieldPairsOf } from './mapping-draft.ts'
import { newPairId } from './mapping-edit.ts'
import type { MappingStore } from './mapping-store.ts'

const STAGE_FIELD = 'StageName'

/** Puts a pipeline into the draft, and ties its stages to Salesforce's as far as that is known. */
export function useChoosePipeline(store: MappingStore): (pipeline: Pipeline, options: OptionPair[] | null) => void {
  const { cache, host } = useData()
  const queries = useQueries()
  return useCallback(
    (pipeline, options) => {
      host().onPipelineChosen?.(pipeline)
      const choose = (stage: FieldPair | null) =>
        store.edit({ kind: 'choose_pipeline', object: 'Opportunity', pipelineId: pipeline.id, stage })
      // Without the schema the pipeline is chosen all the same; the stages can be matched once it loads.
      Promise.all([cache.fetchQuery(queries.schema('Opportunity', pipeline.id)), loadRules()]).then(
        ([schema, rules]) => choose(stagePair(store, schema, rules, options)),
        () => choose(null),
      )
    },
    [store, cache, host, queries],
  )
}

/** The pair of the stages: added for a pipeline made from Salesforce's stages, else only matched again where it is mapped. */
function stagePair(
  store: MappingStore,
  { describe, recordType }: PairSchema,
  { suggestOptions }: MappingRules,
  options: OptionPair[] | null,
): FieldPair | null {
  const attribute = recordType?.attributes.find(({ type }) => type === 'stage')
  const field = describe?.fields.find(({ name }) => name === STAGE_FIELD)
  if (!attribute || !field) return null
  const mapped = fieldPairsOf(store.getSnapshot().draft.Opportunity).some((pair) => pair.attribute === attribute.name)
  if (options === null && !mapped) return null
  return {
    id: newPairId(),
    attribute: attribute.name,
    field: field.name,
    direction: 'bidirectional',
    options: options ?? suggestOptions(attribute, field),
  }
}
