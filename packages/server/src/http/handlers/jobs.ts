import { getJob, listJobs, listPeople } from '../../engine/list-jobs.ts'
import { listFieldResults } from '../../engine/list-field-results.ts'
import { listResults } from '../../engine/list-results.ts'
import { retryJob } from '../../engine/retry-job.ts'
import { routes } from '../request-context.ts'

export const jobs = {
  list: routes.jobs.list.handler(({ context: { ports, caller }, input }) =>
    listJobs(ports, caller, {
      cursor: input.cursor ?? null,
      limit: input.limit,
      object: input.object ?? null,
      kind: input.kind ?? null,
      state: input.state ?? null,
      startedBy: input.startedBy ?? null,
      from: input.from === undefined ? null : new Date(input.from),
      to: input.to === undefined ? null : new Date(input.to),
      order: input.order,
    }),
  ),
  people: routes.jobs.people.handler(({ context: { ports, caller } }) => listPeople(ports, caller)),
  get: routes.jobs.get.handler(({ context: { ports, caller }, input }) => getJob(ports, caller, input.id)),
  records: routes.jobs.records.handler(({ context: { ports, caller }, input }) =>
    listResults(ports, caller, {
      jobId: input.id,
      cursor: input.cursor ?? null,
      limit: input.limit,
      outcome: input.outcome ?? null,
      reason: input.reason ?? null,
      withSkippedFields: input.fields === 'skipped',
      cause: input.cause === undefined ? null : Number(input.cause),
      search: input.search || null,
      from: input.from ?? null,
    }),
  ),
  fields: routes.jobs.fields.handler(({ context: { ports, caller }, input }) => listFieldResults(ports, caller, input)),
  retry: routes.jobs.retry.handler(({ context: { ports, caller }, input }) => retryJob(ports, caller, input)),
}
