import { SyncError } from '../../contract/errors.ts'
import { stageId } from '../sales-pipeline.ts'
import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

export function pipelineAnswers(state: ScenarioState) {
  const { data } = state
  return {
    list: routes.pipelines.list.handler(() => ({ items: data.pipelines })),
    stages: routes.pipelines.stages.handler(() => {
      state.requireConnected()
      return { items: data.stages }
    }),
    create: routes.pipelines.create.handler(({ input }) => {
      state.requireManage()
      state.requireConnected()
      if (data.pipelines.some(({ name }) => name.toLowerCase() === input.name.toLowerCase())) {
        throw new SyncError('name_taken', `There is a pipeline called ${input.name} already.`)
      }
      const chosen = data.stages.filter(({ apiName }) => input.stages.includes(apiName))
      const pipeline = {
        id: stageId(input.name),
        name: input.name,
        stages: chosen.map(({ label, type, probability }) => ({ id: stageId(label), label, type, probability })),
        recordCount: 0,
      }
      data.pipelines.push(pipeline)
      state.emit({ type: 'changed', what: 'pipelines' })
      const options = chosen.map(({ apiName, label }) => ({
        option: stageId(label),
        value: apiName,
        direction: 'bidirectional' as const,
      }))
      return { pipeline, options }
    }),
  }
}
