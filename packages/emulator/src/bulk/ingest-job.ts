import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { csvDialect, type CsvDialect } from '../wire/csv-dialect.ts'
import { readCsv } from '../wire/read-csv.ts'
import { checkUpload } from './check-upload.ts'
import { inSlices } from './in-slices.ts'
import { ingestColumns } from './ingest-columns.ts'
import { endWhereDue, jobCourse, type JobCourse } from './job-course.ts'
import { jobHead, type JobDetails, type JobState } from './job-details.ts'
import { JobRun } from './job-run.ts'
import { writeRow, type IngestOperation, type IngestTarget, type RowOutcome } from './write-row.ts'

export interface IngestDetails extends JobDetails {
  readonly operation: IngestOperation
}

/** An upload that is written row by row beside other requests, once its creator says that it is whole. */
export class IngestJob {
  readonly details: IngestDetails
  readonly #org: Org
  readonly #user: Row
  readonly #course: JobCourse
  readonly #outcomes: RowOutcome[] = []
  #failed = 0
  #content: string | undefined
  #run: JobRun | undefined
  #abortedAt: Date | undefined

  constructor(org: Org, user: Row, details: IngestDetails) {
    this.#org = org
    this.#user = user
    this.details = details
    this.#course = jobCourse(org, 'ingest', details.object)
  }

  get state(): JobState {
    return this.#run?.state ?? (this.#abortedAt ? 'Aborted' : 'Open')
  }

  get hasEnded(): boolean {
    return this.#run?.hasEnded ?? this.#abortedAt !== undefined
  }

  get dialect(): CsvDialect {
    return csvDialect(this.details.columnDelimiter, this.details.lineEnding)
  }

  /** The upload; undefined before it came. */
  get content(): string | undefined {
    return this.#content
  }

  /** What became of the rows, in the order of the upload. Rows beyond its end were not processed. */
  get outcomes(): readonly RowOutcome[] {
    return this.#outcomes
  }

  /** Takes the upload. There is one for each job. */
  upload(content: string): void {
    this.#content = content
  }

  start(): void {
    this.#run = new JobRun(this.#org, this.#course, (signal) => this.#write(signal))
  }

  abort(): void {
    this.#abortedAt = this.#org.clock()
    this.#run?.abort()
  }

  discard(): void {
    this.#content = undefined
    this.#outcomes.splice(0)
  }

  /** The job as the answer to its creation shows it. */
  created() {
    return { ...this.head(), contentUrl: this.#contentUrl(), ...this.#dialectNames() }
  }

  /** The job as the answer to a change of its state shows it. */
  head(state = this.state) {
    return jobHead(this.details, state, this.#run?.changedAt ?? this.#abortedAt ?? this.details.createdDate)
  }

  listed() {
    const contentUrl = this.state === 'Open' ? { contentUrl: this.#contentUrl() } : {}
    return { ...this.head(), jobType: 'V2Ingest', ...contentUrl, ...this.#dialectNames() }
  }

  /** The job as a poll shows it. */
  polled() {
    this.#run?.poll()
    const share = this.#run?.share ?? 0
    const spent = this.#run?.totalMs ?? 0
    const failure = this.#run?.failure
    return {
      ...this.listed(),
      numberRecordsProcessed: Math.floor(this.#outcomes.length * share),
      numberRecordsFailed: Math.floor(this.#failed * share),
      retries: this.#run?.retries ?? 0,
      totalProcessingTime: spent,
      apiActiveProcessingTime: spent,
      apexProcessingTime: 0,
      ...(failure === undefined ? {} : { errorMessage: failure }),
    }
  }

  async #write(signal: AbortSignal): Promise<void> {
    const content = this.#content ?? ''
    const target = this.#target(await checkUpload(content, this.dialect, signal))
    const records = readCsv(content, this.dialect)
    records.next()
    await inSlices(records, signal, (cells) => {
      endWhereDue(this.#course, this.#outcomes.length)
      const outcome = writeRow(target, cells)
      this.#outcomes.push(outcome)
      if ('error' in outcome) this.#failed++
    })
    endWhereDue(this.#course, Infinity)
  }

  #target(header: readonly string[]): IngestTarget {
    const { object, operation, externalIdFieldName = 'Id' } = this.details
    const view = this.#org.view(this.#user, object)
    if (!view) throw new Error(`InvalidJob : Unable to find object: ${object}`)
    return {
      org: this.#org,
      user: this.#user,
      object,
      operation,
      keyField: externalIdFieldName,
      columns: ingestColumns(this.#org, this.#user, view, header),
    }
  }

  #contentUrl(): string {
    return `services/data/v${this.details.apiVersion}.0/jobs/ingest/${this.details.id}/batches`
  }

  #dialectNames() {
    return { lineEnding: this.details.lineEnding, columnDelimiter: this.details.columnDelimiter }
  }
}
