import type {
  CreatedPipeline,
  OptionPair,
  Pipeline,
  PipelineChange,
  Pipelines,
  SalesforceStages,
  SyncError,
} from '@pryzm/salesforce-sdk'
import { useCallback, useState } from 'react'
import {
  type Action,
  actionOf,
  type LoadingPhase,
  useAction,
  useData,
  useLoadingPhase,
  usePermissions,
  useQueries,
  useRead,
} from '../../data/index.ts'
import { keys } from '../../data/keys.ts'

export interface NewPipeline {
  name: string
  /** API names of the Salesforce stages to take over. */
  stages: string[]
}

/** The stages of Salesforce, read only once somebody wants to create a pipeline from them. */
export type StagesState =
  | { status: 'idle'; load: () => void }
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | ({ status: 'ready' } & SalesforceStages)

/** What choosing another pipeline means for records that are linked. */
export type ChangeState =
  | { status: 'none' }
  | { status: 'loading' }
  | { status: 'failed'; error: SyncError; retry: () => void }
  | { status: 'ready'; change: PipelineChange }

export type PipelinePickerState =
  | { status: 'loading'; phase: LoadingPhase; retry: () => void }
  | { status: 'load_failed'; error: SyncError; retry: () => void; retrying: boolean }
  | {
      status: 'ready'
      pipelines: readonly Pipeline[]
      /** How many others there are that the viewer may not see. */
      hidden: number
      /** True while the saved mapping only pushes opportunities, so that nothing lands in a pipeline. */
      pushOnly: boolean
      /** False for people who may only look. */
      canManage: boolean
      stages: StagesState
      change: ChangeState
      /** Asks what choosing this pipeline would mean; null for none. */
      consider: (pipelineId: string | null) => void
      create: Action<NewPipeline>
      /** What the last `create` made. */
      created: CreatedPipeline | null
    }

/** Called with the pipeline; `options` tie the stages of one that was just created to those of Salesforce. */
export type ChoosePipeline = (pipeline: Pipeline, options: OptionPair[] | null) => void

/** The pipelines of this workspace, and the making of a new one. */
export function usePipelinePicker({ onChoose }: { onChoose: ChoosePipeline }): PipelinePickerState {
  const { client, cache } = useData()
  const { canManage = false } = usePermissions()
  const queries = useQueries()
  const read = useRead(queries.pipelines())
  const mapping = useRead(queries.mapping())
  const phase = useLoadingPhase(read.isPending)
  const stages = useStages()
  const change = useChange()
  const create = useAction({
    mutationFn: (pipeline: NewPipeline) => client.pipelines.create(pipeline),
    onSuccess: ({ pipeline, options }) => {
      cache.setQueryData<Pipelines>(keys.pipelines, (known) => known && { ...known, items: [...known.items, pipeline] })
      onChoose(pipeline, options)
    },
  })
  const retry = () => void read.refetch()
  if (read.data && phase === 'done') {
    return {
      status: 'ready',
      pipelines: read.data.items,
      hidden: read.data.hidden,
      pushOnly: mapping.data?.mapping.pairs[2].direction === 'push',
      canManage,
      stages,
      ...change,
      create: actionOf(create),
      created: create.data ?? null,
    }
  }
  if (read.error) return { status: 'load_failed', error: read.error, retry, retrying: read.isFetching }
  return { status: 'loading', phase, retry }
}

function useStages(): StagesState {
  const [wanted, setWanted] = useState(false)
  const read = useRead({ ...useQueries().salesforceStages(), enabled: wanted })
  const phase = useLoadingPhase(wanted && read.isPending)
  const load = useCallback(() => setWanted(true), [])
  const retry = () => void read.refetch()
  if (!wanted) return { status: 'idle', load }
  if (read.data && phase === 'done') return { status: 'ready', ...read.data }
  if (read.error) return { status: 'failed', error: read.error, retry }
  return { status: 'loading', phase, retry }
}

function useChange(): { change: ChangeState; consider: (pipelineId: string | null) => void } {
  const [considered, consider] = useState<string | null>(null)
  const { data, error, refetch } = useRead({ ...useQueries().pipelineChange(considered ?? ''), enabled: considered !== null })
  if (considered === null) return { change: { status: 'none' }, consider }
  if (data) return { change: { status: 'ready', change: data }, consider }
  if (error) return { change: { status: 'failed', error, retry: () => void refetch() }, consider }
  return { change: { status: 'loading' }, consider }
}
