import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { ChooseOrg, Connection, StartConnecting } from './connection.ts'
import { errors, type ErrorCode } from './errors.ts'
import { LiveEvent } from './event.ts'
import {
  FieldResult,
  JobDetail,
  JobFilter,
  JobPage,
  RecordFilter,
  RecordResult,
  RetryJob,
  Run,
  RunForecast,
  StartedRun,
  StartRun,
} from './job.ts'
import {
  CompareMappings,
  ExportMapping,
  MappingVersionFilter,
  OneMappingVersion,
  RestoreMapping,
  SavedMapping,
  SaveMapping,
} from './mapping.ts'
import { ImportedMapping, MappingComparison, MappingVersionSummary } from './mapping-change.ts'
import { MappingFile } from './mapping-file.ts'
import { CreatedPipeline, CreatePipeline, PipelineChange, Pipelines, SalesforceStages } from './pipeline.ts'
import { FindPreviewRecords, Preview, PreviewPush, PreviewRecord, PreviewSync, PushPreview } from './preview.ts'
import { Push, PushRecord, PushTarget } from './push.ts'
import { PairSchema } from './schema.ts'
import { SchemaDrift } from './schema-drift.ts'
import { CreatedFields, SetupReport } from './setup.ts'
import { Actor, page, RecordType, SalesforceObject } from './shared.ts'

const ErrorDetails = z.record(z.string(), z.unknown())

function pick<Code extends ErrorCode>(...codes: Code[]) {
  return Object.fromEntries(codes.map((code) => [code, { status: errors[code].status, data: ErrorDetails }])) as Record<
    Code,
    { status: number; data: typeof ErrorDetails }
  >
}

/** What every route can answer. */
const anyone = oc.errors(
  pick('not_signed_in', 'not_permitted', 'module_disabled', 'invalid_input', 'too_large', 'rate_limited', 'internal'),
)

/** What every route that asks Salesforce can answer besides. */
const withSalesforce = anyone.errors(
  pick('not_connected', 'reauthorization_required', 'salesforce_refused', 'salesforce_busy', 'salesforce_limit'),
)

const Id = z.object({ id: z.string().min(1).max(64) })
const ObjectName = z.object({ object: SalesforceObject })

/** Every route of the kit: server, client, mock handlers and the OpenAPI document all come from this value. */
export const contract = {
  connection: {
    get: anyone
      .route({ method: 'GET', path: '/connection', summary: 'The connection of this workspace, and what you may do with it' })
      .output(Connection),
    connect: anyone
      .route({ method: 'POST', path: '/connection/connect', summary: 'Start signing in to Salesforce' })
      .input(StartConnecting)
      .output(z.object({ authorizeUrl: z.url() })),
    chooseOrg: withSalesforce
      .route({ method: 'POST', path: '/connection/choose-org', summary: 'Keep the org before, or start fresh with the new one' })
      .errors(pick('conflict'))
      .input(ChooseOrg)
      .output(Connection),
    disconnect: anyone
      .route({ method: 'POST', path: '/connection/disconnect', summary: 'Disconnect the org; mapping, links and history stay' })
      .errors(pick('not_connected'))
      .output(Connection),
  },
  setup: {
    check: withSalesforce
      .route({ method: 'GET', path: '/setup', summary: 'Check the Salesforce side: access, Pryzm_ID, pipeline, mapped fields' })
      .output(SetupReport),
    createFields: withSalesforce
      .route({ method: 'POST', path: '/setup/fields', summary: 'Create Pryzm_ID where it is missing, then check again' })
      .output(CreatedFields),
  },
  schema: {
    get: withSalesforce
      .route({ method: 'GET', path: '/schema/{object}', summary: 'Both sides of an object pair: attributes and fields' })
      .input(
        ObjectName.extend({
          /** Schema of this pipeline instead of the saved one. */
          pipelineId: z.string().max(64).optional(),
          /** `whole` where somebody has just changed Salesforce; else it may answer that nothing changed. */
          read: z.enum(['if_changed', 'whole']).default('if_changed'),
        }),
      )
      .output(PairSchema),
  },
  mapping: {
    get: anyone
      .route({ method: 'GET', path: '/mapping', summary: 'The mapping in force, and what is wrong with it' })
      .output(SavedMapping),
    save: anyone
      .route({ method: 'PUT', path: '/mapping', summary: 'Save a new version of the mapping, unless nothing has changed' })
      .errors(pick('stale_version'))
      .input(SaveMapping)
      .output(SavedMapping),
    versions: anyone
      .route({ method: 'GET', path: '/mapping/versions', summary: 'Saved versions with how much each changed, newest first' })
      .input(MappingVersionFilter)
      .output(page(MappingVersionSummary)),
    version: anyone
      .route({ method: 'GET', path: '/mapping/versions/{version}', summary: 'One saved version' })
      .errors(pick('not_found'))
      .input(OneMappingVersion)
      .output(SavedMapping),
    compare: anyone
      .route({ method: 'GET', path: '/mapping/compare', summary: 'What differs between two versions' })
      .errors(pick('not_found'))
      .input(CompareMappings)
      .output(MappingComparison),
    restore: anyone
      .route({
        method: 'POST',
        path: '/mapping/versions/{version}/restore',
        summary: 'Save an older version again as the newest',
      })
      .errors(pick('not_found', 'stale_version'))
      .input(RestoreMapping)
      .output(SavedMapping),
    export: anyone
      .route({ method: 'GET', path: '/mapping/export', summary: 'A version of the mapping as a file' })
      .errors(pick('not_found'))
      .input(ExportMapping)
      .output(MappingFile),
    import: anyone
      .route({ method: 'POST', path: '/mapping/import', summary: 'Read a mapping from a file, without saving it' })
      .input(MappingFile)
      .output(ImportedMapping),
    drift: anyone
      .route({ method: 'GET', path: '/mapping/drift', summary: 'What changed in Salesforce under the saved mapping' })
      .output(SchemaDrift),
    acknowledgeDrift: anyone
      .route({
        method: 'POST',
        path: '/mapping/drift/acknowledge',
        summary: 'Take note of these changes: from now on only later ones are told',
      })
      .output(SchemaDrift),
  },
  pipelines: {
    list: anyone
      .route({ method: 'GET', path: '/pipelines', summary: 'Pipelines that opportunities can land in' })
      .output(Pipelines),
    stages: withSalesforce
      .route({
        method: 'GET',
        path: '/pipelines/salesforce-stages',
        summary: 'The stages of the org, in its order, and its sales processes',
      })
      .output(SalesforceStages),
    create: withSalesforce
      .route({ method: 'POST', path: '/pipelines', summary: 'Create a pipeline from Salesforce stages', successStatus: 201 })
      .errors(pick('name_taken'))
      .input(CreatePipeline)
      .output(CreatedPipeline),
    change: anyone
      .route({ method: 'GET', path: '/pipelines/{id}/change', summary: 'What choosing this pipeline means for linked records' })
      .errors(pick('not_found'))
      .input(Id)
      .output(PipelineChange),
  },
  preview: {
    records: withSalesforce
      .route({ method: 'GET', path: '/preview/records', summary: 'Records of either side to preview with' })
      .errors(pick('mapping_invalid'))
      .input(FindPreviewRecords)
      .output(z.object({ items: z.array(PreviewRecord) })),
    sync: withSalesforce
      .route({ method: 'POST', path: '/preview', summary: 'What a pull and a push of a record would write; writes nothing' })
      .errors(pick('not_found', 'mapping_invalid'))
      .input(PreviewSync)
      .output(Preview),
  },
  runs: {
    start: withSalesforce
      .route({ method: 'POST', path: '/runs', summary: 'Pull from Salesforce, or join the run that is under way' })
      .errors(pick('mapping_invalid'))
      .input(StartRun)
      .output(StartedRun),
    forecast: withSalesforce
      .route({ method: 'GET', path: '/runs/forecast', summary: 'How much a full pull would read, before it starts' })
      .errors(pick('mapping_invalid'))
      .output(RunForecast),
    latest: anyone
      .route({ method: 'GET', path: '/runs/latest', summary: 'The run under way, else the last one' })
      .output(z.object({ run: Run.nullable() })),
    get: anyone
      .route({ method: 'GET', path: '/runs/{id}', summary: 'One run with its jobs' })
      .errors(pick('not_found'))
      .input(Id)
      .output(Run),
    resume: anyone
      .route({ method: 'POST', path: '/runs/{id}/resume', summary: 'Try a paused run now instead of at its next try' })
      .errors(pick('not_found', 'conflict'))
      .input(Id)
      .output(Run),
    cancel: anyone
      .route({ method: 'POST', path: '/runs/{id}/cancel', summary: 'Stop a run after its current page' })
      .errors(pick('not_found', 'conflict'))
      .input(Id)
      .output(Run),
  },
  jobs: {
    list: anyone
      .route({ method: 'GET', path: '/jobs', summary: 'Jobs of this workspace, newest first or by how long they took' })
      .input(JobFilter)
      .output(JobPage),
    people: anyone
      .route({ method: 'GET', path: '/jobs/people', summary: 'Who started jobs that are kept' })
      .output(z.object({ items: z.array(Actor) })),
    get: anyone
      .route({ method: 'GET', path: '/jobs/{id}', summary: 'One job, with what kept its records from syncing whole' })
      .errors(pick('not_found'))
      .input(Id)
      .output(JobDetail),
    records: anyone
      .route({ method: 'GET', path: '/jobs/{id}/records', summary: 'What became of each record' })
      .errors(pick('not_found'))
      .input(RecordFilter)
      .output(page(RecordResult)),
    fields: anyone
      .route({
        method: 'GET',
        path: '/jobs/{id}/records/{recordResultId}/fields',
        summary: 'What became of each field of a record',
      })
      .errors(pick('not_found'))
      .input(Id.extend({ recordResultId: z.string().max(64) }))
      .output(z.object({ items: z.array(FieldResult) })),
    retry: withSalesforce
      .route({
        method: 'POST',
        path: '/jobs/{id}/retry',
        summary: 'Pull again just the records that failed, or that have one cause',
      })
      .errors(pick('not_found', 'conflict', 'mapping_invalid'))
      .input(RetryJob)
      .output(StartedRun),
  },
  pushes: {
    target: anyone
      .route({ method: 'GET', path: '/records/{recordType}/{recordId}/push', summary: 'What a push of this record would do' })
      .errors(pick('not_found'))
      .input(z.object({ recordType: RecordType, recordId: z.uuid() }))
      .output(PushTarget),
    create: withSalesforce
      .route({ method: 'POST', path: '/pushes', summary: 'Send one record to Salesforce' })
      .errors(pick('not_found', 'conflict', 'mapping_invalid', 'required_field_unmapped', 'nothing_to_push'))
      .input(PushRecord)
      .output(Push),
    preview: withSalesforce
      .route({ method: 'POST', path: '/pushes/preview', summary: 'What a push of this record would write; writes nothing' })
      .errors(pick('not_found'))
      .input(PreviewPush)
      .output(PushPreview),
  },
  events: {
    stream: anyone
      .route({ method: 'GET', path: '/events', summary: 'Progress and changes of this workspace as server-sent events' })
      .output(eventIterator(LiveEvent)),
  },
}

export type Contract = typeof contract
