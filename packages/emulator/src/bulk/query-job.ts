import type { Org } from '../org/org.ts'
import type { Row, Snapshot } from '../org/table.ts'
import type { CompiledQuery } from '../soql/compile-query.ts'
import type { CsvColumn } from '../wire/csv.ts'
import { jobHead, type JobDetails, type JobState } from './job-details.ts'
import { findResults, type QueryResults } from './query-results.ts'

/**
 * A query that runs beside other requests. Its rows are those of the moment it was created, in an order that never changes;
 * values of parent records are those of the moment they are downloaded.
 */
export class QueryJob {
  readonly details: JobDetails
  readonly query: CompiledQuery
  /** Rows on a page when the client asks for no fewer. */
  readonly pageRows: number
  readonly #org: Org
  readonly #processingMs: number
  readonly #snapshot: Snapshot
  readonly #stop = new AbortController()
  #found = 0
  #results: QueryResults | undefined
  #failure: string | undefined
  #endedAt: Date | undefined

  constructor(org: Org, details: JobDetails, query: CompiledQuery) {
    this.#org = org
    this.details = details
    this.query = query
    this.pageRows = org.settings.bulk.pageRows
    this.#processingMs = org.settings.bulk.processingMs
    this.#snapshot = org.table(details.object).snapshot()
    void this.#run(query.candidates())
  }

  /** A job waits, then works for as long as the org is set to take (longer if there is more to do), then ends. */
  get state(): JobState {
    if (this.#stop.signal.aborted) return 'Aborted'
    const elapsed = this.#elapsed()
    if (elapsed >= this.#processingMs && this.#failure !== undefined) return 'Failed'
    if (elapsed >= this.#processingMs && this.#results) return 'JobComplete'
    return elapsed * 4 < this.#processingMs ? 'UploadComplete' : 'InProgress'
  }

  /** What was found; undefined until the job is complete. */
  get results(): QueryResults | undefined {
    return this.state === 'JobComplete' ? this.#results : undefined
  }

  /** The columns of the results: in the order of SELECT since v50.0, by name before. */
  get columns(): readonly CsvColumn<Row>[] {
    const columns = this.query.columns.map(({ path, field, read }) => ({ path, type: field.type, read }))
    return this.details.apiVersion >= 50 ? columns : columns.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  abort(): void {
    this.#stop.abort()
    this.#endedAt = this.#org.clock()
    this.#snapshot.release()
  }

  /** Lets go of what the job holds, once nobody can ask for it any more. */
  discard(): void {
    this.#snapshot.release()
  }

  /** The job as the answer to its creation shows it. */
  created() {
    return { ...jobHead(this.details, 'UploadComplete', this.details.createdDate), ...this.#dialect() }
  }

  /** The job as a list of jobs shows it. */
  listed() {
    return { ...jobHead(this.details, this.state, this.#changedAt()), jobType: 'V2Query', ...this.#dialect() }
  }

  /** The job as a poll shows it. */
  polled() {
    return {
      ...this.listed(),
      numberRecordsProcessed: this.#processed(),
      retries: 0,
      totalProcessingTime: Math.max(0, this.#changedAt().getTime() - this.details.createdDate.getTime()),
      isPkChunkingSupported: !this.query.order && this.query.limit === Infinity,
      ...(this.state === 'Failed' ? { errorMessage: this.#failure } : {}),
    }
  }

  async #run(candidates: ReturnType<CompiledQuery['candidates']>): Promise<void> {
    const searched = { snapshot: this.#snapshot, candidates, deletedToo: this.details.operation === 'queryAll' }
    const found = (count: number) => {
      this.#found = count
    }
    const { queryFailure } = this.#org.settings.bulk
    try {
      if (queryFailure !== null) throw new Error(queryFailure)
      this.#results = await findResults(this.query, searched, found, this.#stop.signal)
    } catch (error) {
      this.#failure = error instanceof Error ? error.message : String(error)
    } finally {
      this.#endedAt ??= this.#org.clock()
    }
  }

  #processed(): number {
    if (this.results) return this.results.count
    const share = Math.min(1, this.#elapsed() / (this.#processingMs || 1))
    return Math.floor((this.#results?.count ?? this.#found) * share)
  }

  #elapsed(): number {
    return this.#org.clock().getTime() - this.details.createdDate.getTime()
  }

  #changedAt(): Date {
    const due = this.#stop.signal.aborted ? 0 : this.details.createdDate.getTime() + this.#processingMs
    const now = this.#org.clock()
    return this.#endedAt && due <= now.getTime() ? new Date(Math.max(due, this.#endedAt.getTime())) : now
  }

  #dialect() {
    return { lineEnding: this.details.lineEnding, columnDelimiter: this.details.columnDelimiter }
  }
}
