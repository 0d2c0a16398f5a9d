import { createPipeline } from '../../engine/create-pipeline.ts'
import { describePipelineChange } from '../../engine/describe-pipeline-change.ts'
import { listPipelines, listSalesforceStages } from '../../engine/list-pipelines.ts'
import { routes } from '../request-context.ts'

export const pipelines = {
  list: routes.pipelines.list.handler(({ context: { ports, caller } }) => listPipelines(ports, caller)),
  stages: routes.pipelines.stages.handler(({ context: { ports, caller } }) => listSalesforceStages(ports, caller)),
  change: routes.pipelines.change.handler(({ context: { ports, caller }, input }) =>
    describePipelineChange(ports, caller, input.id),
  ),
  create: routes.pipelines.create.handler(({ context: { ports, caller }, input }) => createPipeline(ports, caller, input)),
}
