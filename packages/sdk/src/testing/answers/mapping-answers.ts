import { SyncError } from '../../contract/errors.ts'
import { ada } from '../people.ts'
import { stageId } from '../sales-pipeline.ts'
import { scenarioNow } from '../scenario-clock.ts'
import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

export function mappingAnswers(state: ScenarioState) {
  const { data } = state
  return {
    get: routes.mapping.get.handler(() => state.savedMapping()),
    save: routes.mapping.save.handler(({ input }) => {
      state.requireManage()
      const current = state.savedMapping()
      if (input.baseVersion !== current.version) {
        const by = current.savedBy ? ` by ${current.savedBy.name}` : ''
        throw new SyncError('stale_version', `The mapping was changed${by} in the meantime.`, { details: { current } })
      }
      data.mappings.push({ mapping: input.mapping, savedBy: ada, savedAt: scenarioNow })
      state.emit({ type: 'changed', what: 'mapping' })
      return state.savedMapping()
    }),
    versions: routes.mapping.versions.handler(() => {
      const items = data.mappings.map(({ savedBy, savedAt }, index) => ({ version: index + 1, savedBy, savedAt }))
      items.sort((a, b) => b.version - a.version)
      return { items }
    }),
    version: routes.mapping.version.handler(({ input }) => {
      if (input.version > data.mappings.length) throw new SyncError('not_found', 'There is no such version of the mapping.')
      return state.savedMapping(input.version)
    }),
  }
}

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
