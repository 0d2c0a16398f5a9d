import type { Org } from '../org/org.ts'
import type { Row, Snapshot } from '../org/table.ts'
import type { CompiledQuery } from '../soql/compiled-query.ts'
import type { CsvColumn } from '../wire/csv.ts'
import { endWhereDue, jobCourse, type JobCourse } from './job-course.ts'
import { jobHead, type JobDetails, type JobState } from './job-details.ts'
import { JobRun } from './job-run.ts'
import { type PagesAhead, makePages } from './pages-ahead.ts'
import { findResults, type QueryResults } from './query-results.ts'
import type { ResultPage } from './result-page.ts'

/**
 * A query that runs beside other requests. Its rows are those of the moment it was created, in an order that never changes;
 * values of parent records are those of the moment they are downloaded, or made ahead.
 */
export class QueryJob {
  readonly details: JobDetails
  /** Rows on a page when the client asks for no fewer. */
  readonly pageRows: number
  readonly #query: CompiledQuery
  readonly #snapshot: Snapshot
  readonly #course: JobCourse
  readonly #run: JobRun
  #reads = 0
  #found = 0
  #results: QueryResults | undefined
  #pagesAhead: PagesAhead = new Map()

  constructor(org: Org, details: JobDetails, query: CompiledQuery) {
    this.details = details
    this.pageRows = org.settings.bulk.pageRows
    this.#query = query
    this.#snapshot = org.table(details.object).snapshot()
    const candidates = query.candidates()
    this.#course = jobCourse(org, 'query', details.object)
    this.#run = new JobRun(org, this.#course, async (signal) => {
      this.#found = this.#course.end?.afterRows ?? 0
      endWhereDue(this.#course, Infinity)
      const searched = { snapshot: this.#snapshot, candidates, deletedToo: details.operation === 'queryAll' }
      const results = await findResults(query, searched, (count) => (this.#found = count), signal)
      if (org.settings.bulk.pagesAhead) this.#pagesAhead = await makePages(this, results, signal)
      this.#results = results
    })
  }

  get state(): JobState {
    return this.#run.state
  }

  get hasEnded(): boolean {
    return this.#run.hasEnded
  }

  /** What was found; undefined until the job is complete. */
  get results(): QueryResults | undefined {
    return this.state === 'JobComplete' ? this.#results : undefined
  }

  /** The columns of the results: in the order of SELECT since v50.0, by name before. */
  get columns(): readonly CsvColumn<Row>[] {
    const columns = this.#query.columns.map(({ path, field, read }) => ({ path, type: field.type, read }))
    return this.details.apiVersion >= 50 ? columns : columns.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** The columns of the page that is being read now, which a fault may turn around. */
  takeColumns(): readonly CsvColumn<Row>[] {
    return ++this.#reads === this.#course.turnedRead ? this.columns.toReversed() : this.columns
  }

  /** A page as it was made and compressed before anybody asked for it, where it was. */
  pageAhead({ from, rows }: ResultPage): Uint8Array<ArrayBuffer> | undefined {
    return rows === this.pageRows && this.#course.turnedRead === undefined ? this.#pagesAhead.get(from) : undefined
  }

  abort(): void {
    this.#run.abort()
    this.discard()
  }

  /** Lets go of what the job holds, once nobody can ask for it any more. */
  discard(): void {
    this.#pagesAhead = new Map()
    this.#snapshot.release()
  }

  /** The job as the answer to its creation shows it. */
  created() {
    return { ...jobHead(this.details, 'UploadComplete', this.details.createdDate), ...this.#dialect() }
  }

  /** The job as a list of jobs shows it. */
  listed() {
    return { ...jobHead(this.details, this.state, this.#run.changedAt), jobType: 'V2Query', ...this.#dialect() }
  }

  /** The job as a poll shows it. */
  polled() {
    this.#run.poll()
    const { failure, share, totalMs, retries } = this.#run
    return {
      ...this.listed(),
      numberRecordsProcessed: Math.floor((this.#results?.count ?? this.#found) * share),
      retries,
      totalProcessingTime: totalMs,
      isPkChunkingSupported: !this.#query.order && this.#query.limit === Infinity,
      ...(failure === undefined ? {} : { errorMessage: failure }),
    }
  }

  #dialect() {
    return { lineEnding: this.details.lineEnding, columnDelimiter: this.details.columnDelimiter }
  }
}
