/** One cell as the org stores it: numbers as doubles, dates as `YYYY-MM-DD`, datetimes as ISO instants with `Z`. */
export type Value = string | number | boolean | null

/** One record, keyed by API name in canonical case. Always holds `Id`, `IsDeleted` and `SystemModstamp`. */
export type Row = Readonly<Record<string, Value>>

/** The records of one object. Deleted ones stay (the recycle bin); readers ask `IsDeleted`. */
export interface Table {
  /** How many records there are, deleted ones included. */
  readonly size: number
  /** How many of them are deleted. */
  readonly deleted: number
  /** Rises with every write. */
  readonly revision: number
  /** Finds a record by its 18-character id. */
  get(id: string): Row | undefined
  /** Whether there is a record of this 18-character id, deleted or not; quicker than `get`. */
  has(id: string): boolean
  /** Every record in id order, deleted ones included. Rows of a generated seed are made as they are read. */
  rows(): Iterable<Row>
  /** Records whose `field` equals `value`, without regard to case; indexed from the first call for that field on. */
  find(field: string, value: string): Row[]
  /** Whether `find` answers for a field without making every row of a big seed first. */
  canFind(field: string): boolean
  /** Adds a record. Ids must be given out in rising order. Throws when the id is taken. */
  insert(row: Row): void
  /** Changes some cells of a record, leaving the others. Throws when there is no such record. */
  update(id: string, changes: Row): void
  /** Takes back an insert, for a transaction that fails. What cannot vanish without a trace any more is deleted instead. */
  discard(id: string): void
  /** Freezes what the table holds now, at no cost until rows change. Release it when it is no longer read. */
  snapshot(): Snapshot
  /** Takes what the table holds now for its start, which `changes` leaves out. */
  markStart(): void
  /** What was written since the start, each with its `Id`: new records whole, of the others the cells that differ. New ones stand in id order. */
  changes(): Iterable<Row>
}

/** A table as it was at one moment, whatever is written to it later. */
export interface Snapshot {
  readonly size: number
  readonly deleted: number
  /** The record at a place in id order, counted from 0. */
  row(position: number): Row
  /** One cell of the record at a place; for some fields of generated seeds far quicker than the row. */
  cell(position: number, field: string): Value
  /** How many records have lower ids than the given one of 18 characters. */
  placeOf(id: string): number
  /** Whether there is a record of that id. */
  has(id: string): boolean
  /** Lets the table forget the old versions of rows. Reading on gives newer values. */
  release(): void
}
