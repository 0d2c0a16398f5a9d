import { SyncError } from '../../contract/errors.ts'
import { flows } from '../../mapping/effective-direction.ts'
import { pipelineChangeSentence } from '../../mapping/pipelines/pipeline-change-sentence.ts'
import { stageOptions, stagesFrom } from '../../mapping/pipelines/stage-options.ts'
import { stageId } from '../sales-pipeline.ts'
import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

export function pipelineAnswers(state: ScenarioState) {
  const { data } = state
  return {
    list: routes.pipelines.list.handler(() => ({ items: data.pipelines, hidden: data.hiddenPipelines })),
    stages: routes.pipelines.stages.handler(() => {
      state.requireConnected()
      return { items: data.stages, processes: data.processes }
    }),
    create: routes.pipelines.create.handler(({ input }) => {
      state.requireManage()
      state.requireConnected()
      if (data.pipelines.some(({ name }) => name.toLowerCase() === input.name.toLowerCase())) {
        throw new SyncError('name_taken', `There is a pipeline called ${input.name} already.`)
      }
      const chosen = data.stages.filter(({ apiName }) => input.stages.includes(apiName))
      const stages = stagesFrom(chosen).map((stage) => ({ ...stage, id: stageId(stage.label) }))
      const pipeline = { id: stageId(input.name), name: input.name, stages, recordCount: 0 }
      data.pipelines.push(pipeline)
      state.emit({ type: 'changed', what: 'pipelines' })
      return { pipeline, options: stageOptions(pipeline.stages, chosen, data.stages) }
    }),
    /** Every record of a pipeline counts as linked. */
    change: routes.pipelines.change.handler(({ input: { id } }) => {
      const to = data.pipelines.find((pipeline) => pipeline.id === id)
      if (!to) throw new SyncError('not_found', 'There is no such pipeline in this workspace. Read the pipelines again.')
      const { pipelineId, direction } = state.savedMapping().mapping.pairs[2]
      const from = data.pipelines.find((pipeline) => pipeline.id === pipelineId)
      const change = {
        from: from ? { id: from.id, name: from.name } : null,
        to: { id: to.id, name: to.name },
        linkedInFrom: from?.recordCount ?? 0,
        linkedInTo: to.recordCount,
      }
      return { ...change, sentence: pipelineChangeSentence({ ...change, pulls: flows(direction, 'pull') }) }
    }),
  }
}
