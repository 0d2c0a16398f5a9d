import type { Mapping, SalesforceClient, SalesforceObject } from '@pryzm/salesforce-sdk'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { keys } from './keys.ts'

type Input<Call extends (...given: never[]) => unknown> = NonNullable<Parameters<Call>[0]>
export type JobFilter = Omit<Input<SalesforceClient['jobs']['list']>, 'cursor'>
export type RecordFilter = Omit<Input<SalesforceClient['jobs']['records']>, 'cursor'>
export type SampleAddress = Omit<Input<SalesforceClient['preview']['sync']>, 'mapping'>
export type RecordAddress = Input<SalesforceClient['pushes']['target']>

/** Records asked for at once after a job's first page: few requests on the way through a long list. */
const LATER_RECORDS = 500

/** What can be read from the server, each under its key. */
export function queriesOf(client: SalesforceClient) {
  return {
    connection: () =>
      queryOptions({ queryKey: keys.connection, queryFn: ({ signal }) => client.connection.get(undefined, { signal }) }),
    setup: () =>
      queryOptions({
        queryKey: keys.setup,
        queryFn: ({ signal }) => client.setup.check(undefined, { signal }),
        // A check asks Salesforce many things, so it runs again only when a person or an event asks for it.
        staleTime: Infinity,
      }),
    mapping: () => queryOptions({ queryKey: keys.mapping, queryFn: ({ signal }) => client.mapping.get(undefined, { signal }) }),
    mappingVersions: () =>
      infiniteQueryOptions({
        queryKey: [...keys.mapping, 'versions'],
        queryFn: ({ signal, pageParam }) => client.mapping.versions(withCursor({}, pageParam), { signal }),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next,
      }),
    drift: () =>
      queryOptions({
        queryKey: [...keys.mapping, 'drift'],
        queryFn: ({ signal }) => client.mapping.drift(undefined, { signal }),
      }),
    mappingComparison: (from: number, to: number) =>
      queryOptions({
        queryKey: ['mapping-comparison', from, to],
        queryFn: ({ signal }) => client.mapping.compare({ from, to }, { signal }),
        // Saved versions never change.
        staleTime: Infinity,
      }),
    mappingVersion: (version: number) =>
      queryOptions({
        queryKey: [...keys.mapping, 'version', version],
        queryFn: ({ signal }) => client.mapping.version({ version }, { signal }),
        staleTime: Infinity,
      }),
    /** `whole` where a person says that something changed; else Salesforce may be asked for changes alone. */
    schema: (object: SalesforceObject, pipelineId?: string, read: 'if_changed' | 'whole' = 'if_changed') =>
      queryOptions({
        queryKey: [...keys.schemas, object, pipelineId ?? null],
        queryFn: ({ signal }) =>
          client.schema.get(
            { object, ...(pipelineId !== undefined && { pipelineId }), ...(read === 'whole' && { read }) },
            { signal },
          ),
        staleTime: 5 * 60_000,
      }),
    pipelines: () =>
      queryOptions({ queryKey: keys.pipelines, queryFn: ({ signal }) => client.pipelines.list(undefined, { signal }) }),
    pipelineChange: (id: string) =>
      queryOptions({
        queryKey: [...keys.pipelines, 'change', id],
        queryFn: ({ signal }) => client.pipelines.change({ id }, { signal }),
      }),
    salesforceStages: () =>
      queryOptions({
        queryKey: [...keys.pipelines, 'salesforce-stages'],
        queryFn: ({ signal }) => client.pipelines.stages(undefined, { signal }),
      }),
    previewRecords: (asked: Input<SalesforceClient['preview']['records']>) =>
      queryOptions({
        queryKey: [...keys.previews, 'records', asked],
        queryFn: ({ signal }) => client.preview.records(asked, { signal }),
      }),
    /** `mapping` is an unsaved one; null for the version in force. */
    preview: ({ object, side, id }: SampleAddress, version: number, mapping: Mapping | null) =>
      queryOptions({
        queryKey: [...keys.previews, object, side, id, version, mapping],
        queryFn: ({ signal }) => client.preview.sync({ object, side, id, ...(mapping && { mapping }) }, { signal }),
        // Every edit asks anew, so that answers are kept only as long as they are shown.
        gcTime: 0,
      }),
    latestRun: () =>
      queryOptions({ queryKey: keys.latestRun, queryFn: ({ signal }) => client.runs.latest(undefined, { signal }) }),
    forecast: () =>
      queryOptions({
        queryKey: ['runs', 'forecast'],
        queryFn: ({ signal }) => client.runs.forecast(undefined, { signal }),
        // It costs the org some calls, and is asked again only for another question.
        staleTime: 60_000,
      }),
    jobs: (filter: JobFilter) =>
      infiniteQueryOptions({
        queryKey: [...keys.jobs, 'list', filter],
        queryFn: ({ signal, pageParam }) => client.jobs.list(withCursor(filter, pageParam), { signal }),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next,
      }),
    jobPeople: () =>
      queryOptions({ queryKey: [...keys.jobs, 'people'], queryFn: ({ signal }) => client.jobs.people(undefined, { signal }) }),
    job: (id: string) => queryOptions({ queryKey: keys.job(id), queryFn: ({ signal }) => client.jobs.get({ id }, { signal }) }),
    jobRecords: (filter: RecordFilter) =>
      infiniteQueryOptions({
        queryKey: [...keys.job(filter.id), 'records', filter],
        queryFn: ({ signal, pageParam }) =>
          client.jobs.records(pageParam === null ? filter : { ...filter, cursor: pageParam, limit: LATER_RECORDS }, { signal }),
        initialPageParam: null as string | null,
        getNextPageParam: (page) => page.next,
      }),
    jobFields: (id: string, recordResultId: string) =>
      queryOptions({
        queryKey: [...keys.job(id), 'fields', recordResultId],
        queryFn: ({ signal }) => client.jobs.fields({ id, recordResultId }, { signal }),
      }),
    pushPreview: ({ recordType, recordId }: RecordAddress) =>
      queryOptions({
        queryKey: [...keys.previews, 'push', recordType, recordId],
        queryFn: ({ signal }) => client.pushes.preview({ recordType, recordId }, { signal }),
        gcTime: 0,
      }),
    pushTarget: (record: RecordAddress) =>
      queryOptions({
        queryKey: [...keys.pushTargets, record],
        queryFn: ({ signal }) => client.pushes.target(record, { signal }),
      }),
  }
}

function withCursor<Filter extends object>(filter: Filter, cursor: string | null): Filter & { cursor?: string } {
  return cursor === null ? filter : { ...filter, cursor }
}
