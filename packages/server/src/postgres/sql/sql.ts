import type { CopyChunks, RecordsTransaction } from '../../engine/ports/index.ts'

export type { CopyChunks }

/**
 * Something that SQL can be sent to: the database, or one transaction of it. Parameters are text, numbers, booleans, dates or
 * null; JSON travels as text. int8 comes back as a number, `date` as text, timestamps as `Date`, JSON parsed.
 */
export type Queryable = RecordsTransaction

/** A transaction that several may send statements on at once. */
export interface Transaction extends Queryable {
  /** Runs `work` with nothing of others sent between its statements, such as a savepoint and the way back to it. */
  alone<Result>(work: (transaction: Queryable) => Promise<Result>): Promise<Result>
}

/** The part of Postgres that we use, the same over `pg` and PGlite. */
export interface Sql extends Queryable {
  /** Runs statements that take no parameters; returns the rows of all of them. */
  script<Row>(text: string): Promise<Row[]>
  /** Commits what `work` did, or rolls it back when it rejects. Inside, only the transaction may be asked. */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /** Runs `work` while nobody else holds this key, in any process of this database. */
  withLock<Result>(key: string, work: () => Promise<Result>): Promise<Result>
  /** Listens on a channel, named in small letters, digits and underscores, until `stop` is called or the connection is lost. */
  listen(channel: string, listener: Listener): Promise<{ stop(): Promise<void> }>
  close(): Promise<void>
}

export interface Listener {
  heard(payload: string): void
  /** The connection broke: notifications may have been missed, and none will come any more. */
  lost(): void
}

/** Puts a name into SQL, quoted. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
