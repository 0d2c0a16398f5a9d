import * as z from 'zod'
import { Count } from './shared.ts'
import { OptionPair } from './mapping.ts'

export const StageType = z.enum(['open', 'won', 'lost']).meta({ id: 'StageType' })
export type StageType = z.infer<typeof StageType>

export const PipelineStage = z
  .object({
    id: z.string(),
    label: z.string(),
    type: StageType,
    /** Chance of winning in percent, 0 to 100. */
    probability: z.number().min(0).max(100),
  })
  .meta({ id: 'PipelineStage' })
export type PipelineStage = z.infer<typeof PipelineStage>

export const Pipeline = z
  .object({ id: z.string(), name: z.string(), stages: z.array(PipelineStage), recordCount: Count })
  .meta({ id: 'Pipeline' })
export type Pipeline = z.infer<typeof Pipeline>

/** A stage of the org's opportunities, in Salesforce's order. */
export const SalesforceStage = z
  .object({
    apiName: z.string(),
    label: z.string(),
    active: z.boolean(),
    type: StageType,
    probability: z.number().min(0).max(100),
  })
  .meta({ id: 'SalesforceStage' })
export type SalesforceStage = z.infer<typeof SalesforceStage>

export const CreatePipeline = z.object({
  name: z.string().trim().min(1).max(80),
  /** API names of the Salesforce stages to take over, each once. */
  stages: z.array(z.string().max(255)).min(1).max(200),
})

/** The new pipeline and the option map that ties its stages to Salesforce's. */
export const CreatedPipeline = z.object({ pipeline: Pipeline, options: z.array(OptionPair) }).meta({ id: 'CreatedPipeline' })
export type CreatedPipeline = z.infer<typeof CreatedPipeline>
