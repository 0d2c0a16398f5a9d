import { salesforceId } from '../org/salesforce-id.ts'
import { refusal } from '../wire/salesforce-error.ts'
import { unknownValue } from './job-request.ts'

interface ListedJob {
  listed(): object
}

const jobTypes = ['V2Query', 'V2Ingest', 'Classic', 'BigObjectIngest'] as const

/** What kind of jobs a list holds. */
export type JobType = (typeof jobTypes)[number]

/** How a list of jobs is asked for. */
export interface JobListRequest {
  /** The path of the list, from `/services` on. */
  readonly path: string
  /** The jobs that are there; the org has no others, neither Classic ones nor any with PK chunking. */
  readonly jobType: JobType
  readonly parameters: Readonly<Record<string, string>>
  readonly pageSize: number
}

/** A page of a list of jobs as JSON. Throws the refusal of a parameter that makes no sense. */
export function jobList(jobs: readonly ListedJob[], request: JobListRequest): object {
  const { path, parameters, pageSize } = request
  const asked = isWanted(request) ? jobs : []
  const from = startOf(parameters.queryLocator)
  const end = from + pageSize
  const records = asked.slice(from, end).map((job) => job.listed())
  if (end >= asked.length) return { done: true, records, nextRecordsUrl: null }
  return {
    done: false,
    records,
    nextRecordsUrl: `${path}?${new URLSearchParams({ ...parameters, queryLocator: locatorOf(end) })}`,
  }
}

function isWanted({ jobType, parameters }: JobListRequest): boolean {
  const { isPkChunkingEnabled = 'false', jobType: wantedType = jobType, concurrencyMode = 'parallel' } = parameters
  if (wantedType !== '' && !jobTypes.some((known) => known === wantedType)) throw unknownValue('jobType', wantedType)
  const isParallel = concurrencyMode === '' || concurrencyMode.toLowerCase() === 'parallel'
  return isParallel && isPkChunkingEnabled.toLowerCase() !== 'true' && (wantedType === '' || wantedType === jobType)
}

const LOCATOR = salesforceId('01g', 0)

function locatorOf(place: number): string {
  return `${LOCATOR}-${place}`
}

function startOf(locator: string | undefined): number {
  if (!locator) return 0
  const place = /^01g\w{15}-(\d+)$/.exec(locator)?.[1]
  if (place === undefined) throw refusal('INVALID_QUERY_LOCATOR', 'invalid query locator')
  return Number(place)
}
