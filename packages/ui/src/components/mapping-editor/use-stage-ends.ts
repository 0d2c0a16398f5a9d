import type { Attribute, StageType } from '@pryzm/salesforce-sdk'
import { useMemo } from 'react'
import { useQueries, useRead } from '../../data/index.ts'
import type { MappingStore } from './mapping-store.ts'
import { useSnapshot } from './use-snapshot.ts'

/** How a stage ends, by its option id; stages that stay open are not named. */
export type StageEnds = ReadonlyMap<string, Exclude<StageType, 'open'>>

/** Which options of a stage attribute end a deal in the pipeline that the draft chose; empty for every other attribute. */
export function useStageEnds(store: MappingStore, attribute: Attribute | undefined): StageEnds {
  const queries = useQueries()
  const pipelineId = useSnapshot(store, ({ draft }) => draft.Opportunity.pipelineId)
  const { data } = useRead({ ...queries.pipelines(), enabled: attribute?.type === 'stage' })
  return useMemo(() => {
    const stages = data?.items.find(({ id }) => id === pipelineId)?.stages ?? []
    return new Map(stages.flatMap(({ id, type }) => (type === 'open' ? [] : [[id, type] as const])))
  }, [data, pipelineId])
}
