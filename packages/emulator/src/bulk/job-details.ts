import type { DelimiterName, LineEndingName } from '../wire/csv-dialect.ts'

/** What is settled when a bulk job is created. */
export interface JobDetails {
  readonly id: string
  readonly operation: string
  readonly object: string
  readonly createdById: string
  readonly createdDate: Date
  /** 67 for `v67.0`. */
  readonly apiVersion: number
  readonly columnDelimiter: DelimiterName
  readonly lineEnding: LineEndingName
  /** The field by which an upsert finds records. */
  readonly externalIdFieldName?: string | undefined
  /** The rule that assigns new cases and leads to their owners; the org has none of either. */
  readonly assignmentRuleId?: string | undefined
}

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted'

/** The part of a job's JSON that every answer about it begins with. */
export function jobHead(details: JobDetails, state: JobState, changed: Date) {
  return {
    id: details.id,
    operation: details.operation,
    object: details.object,
    createdById: details.createdById,
    createdDate: wireMoment(details.createdDate),
    systemModstamp: wireMoment(changed),
    state,
    ...(details.externalIdFieldName === undefined ? {} : { externalIdFieldName: details.externalIdFieldName }),
    ...(details.assignmentRuleId === undefined ? {} : { assignmentRuleId: details.assignmentRuleId }),
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: details.apiVersion,
  }
}

function wireMoment(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}.000+0000`
}
