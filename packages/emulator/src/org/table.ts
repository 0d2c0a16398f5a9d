/** One cell as the org stores it: numbers as doubles, dates as `YYYY-MM-DD`, datetimes as ISO instants with `Z`. */
export type Value = string | number | boolean | null

/** One record, keyed by API name in canonical case. Always holds `Id`, `IsDeleted` and `SystemModstamp`. */
export type Row = Readonly<Record<string, Value>>

/** The records of one object. Deleted ones stay (the recycle bin); readers ask `IsDeleted`. */
export interface Table {
  /** How many records there are, deleted ones included. */
  readonly size: number
  /** Finds a record by its 18-character id. */
  get(id: string): Row | undefined
  /** Every record in id order, deleted ones included. Rows of a generated seed are made as they are read. */
  rows(): Iterable<Row>
  /** Records whose `field` equals `value`, without regard to case; indexed for external ids. */
  find(field: string, value: string): Row[]
  insert(row: Row): void
  update(id: string, changes: Row): void
}
