import type { AttributeValue, Pipeline, PipelineStage, RecordType, RecordTypeSchema } from '@pryzm/salesforce-sdk/contract'

/** A Pryzm record as the host keeps it. */
export interface PryzmRecord {
  id: string
  /** What people call it; shown in results. */
  name: string
  values: Readonly<Record<string, AttributeValue>>
  /** Changes whenever the record changes; opaque. */
  revision: string
  /** Page of the record in the host's app; null where it has none. */
  url: string | null
}

export interface RecordWrite {
  /** A UUID that the kit has chosen for a new record, or that of an existing one. */
  id: string
  kind: 'create' | 'update'
  /** Attributes to set; those absent stay as they are, null clears. */
  values: Readonly<Record<string, AttributeValue>>
}

export type RecordWriteOutcome =
  | { outcome: 'created' | 'unchanged'; revision: string }
  /** `changed`: the attributes that held something else before. Without it nobody is told which edits a pull has overwritten. */
  | { outcome: 'updated'; revision: string; changed?: readonly string[] }
  /** The record was deleted in Pryzm; nothing was written. */
  | { outcome: 'missing' }
  /** The host refused; with `attribute` the rest of the record may be offered again without it. */
  | { outcome: 'rejected'; attribute: string | null; sentence: string }

/** What a COPY sends, cut anywhere. */
export type CopyChunks = Iterable<string | Uint8Array<ArrayBuffer>> | AsyncIterable<string | Uint8Array<ArrayBuffer>>

/**
 * The transaction that `write` may join where records share the kit's database: a query function on its connection. What a
 * host does with it commits or rolls back with the kit's own rows.
 */
export interface RecordsTransaction {
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
  /** `COPY … FROM STDIN` of text rows; bytes are UTF-8. */
  copy(sql: string, chunks: CopyChunks): Promise<void>
}

/**
 * The host's port to Pryzm's own records. Every method takes the workspace first, and answers only for that workspace.
 * Batches are at most some thousand records; answers come in the order asked.
 */
export interface Records {
  /** Null where the record type does not exist. */
  schema(workspace: string, recordType: RecordType): Promise<RecordTypeSchema | null>
  pipelines(workspace: string): Promise<Pipeline[]>
  /** Rejects with `SyncError('name_taken')` where a pipeline of that name exists. */
  createPipeline(workspace: string, pipeline: { name: string; stages: Omit<PipelineStage, 'id'>[] }): Promise<Pipeline>
  /** Records by id; null for those that do not exist. */
  read(
    workspace: string,
    recordType: RecordType,
    ids: readonly string[],
    transaction?: RecordsTransaction,
  ): Promise<(PryzmRecord | null)[]>
  /** Revisions by id without the values; null for those that do not exist. */
  revisions(
    workspace: string,
    recordType: RecordType,
    ids: readonly string[],
    transaction?: RecordsTransaction,
  ): Promise<(string | null)[]>
  /** Records whose name holds the text, at most 20; those changed last where there is no text. */
  search(workspace: string, recordType: RecordType, text: string): Promise<PryzmRecord[]>
  /** Emails of the workspace's users by user id, and user ids by lower-cased email; what is unknown is absent. */
  users(
    workspace: string,
    by: { ids: readonly string[] } | { emails: readonly string[] },
    transaction?: RecordsTransaction,
  ): Promise<ReadonlyMap<string, string>>
  /**
   * One outcome a row, in order; a value that says the same by `sameValue` of the SDK changes nothing. Idempotent by record id:
   * the same create again is `unchanged` or `updated`.
   */
  write(
    workspace: string,
    recordType: RecordType,
    rows: readonly RecordWrite[],
    options: { transaction?: RecordsTransaction },
  ): Promise<RecordWriteOutcome[]>
}
