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

/** Pipelines of the workspace that the person may view, and the one in force. */
export const Pipelines = z
  .object({
    items: z.array(Pipeline),
    /** How many others there are. */
    hidden: Count,
  })
  .meta({ id: 'Pipelines' })
export type Pipelines = z.infer<typeof Pipelines>

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

/** A sales process of the org: the stages that opportunities of some record types go through. */
export const SalesProcess = z
  .object({
    id: z.string(),
    name: z.string(),
    active: z.boolean(),
    /** API names of its active stages, in the org's order. */
    stages: z.array(z.string()),
  })
  .meta({ id: 'SalesProcess' })
export type SalesProcess = z.infer<typeof SalesProcess>

/** The org's stages, and its sales processes where it has any and the connected user sees them. */
export const SalesforceStages = z
  .object({ items: z.array(SalesforceStage), processes: z.array(SalesProcess) })
  .meta({ id: 'SalesforceStages' })
export type SalesforceStages = z.infer<typeof SalesforceStages>

export const CreatePipeline = z.object({
  name: z.string().trim().min(1).max(80),
  /** API names of the Salesforce stages to take over, each once; at least one of them open. They come in the org's order. */
  stages: z.array(z.string().max(255)).min(1).max(200),
})

/** The new pipeline and the option map that ties its stages to Salesforce's. */
export const CreatedPipeline = z.object({ pipeline: Pipeline, options: z.array(OptionPair) }).meta({ id: 'CreatedPipeline' })
export type CreatedPipeline = z.infer<typeof CreatedPipeline>

const NamedPipeline = z.object({ id: z.string(), name: z.string() })

/** What it means for linked records to let Opportunities land in another pipeline. */
export const PipelineChange = z
  .object({
    /** The pipeline in force; null where none was chosen. */
    from: NamedPipeline.nullable(),
    to: NamedPipeline,
    /** Records of either that are linked to opportunities of the connected org. */
    linkedInFrom: Count,
    linkedInTo: Count,
    sentence: z.string(),
  })
  .meta({ id: 'PipelineChange' })
export type PipelineChange = z.infer<typeof PipelineChange>
