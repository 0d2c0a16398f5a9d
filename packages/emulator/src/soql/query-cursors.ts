import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { salesforceId } from '../org/salesforce-id.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { CompiledQuery } from './compiled-query.ts'
import { listedResult, openResult, type QueryResult } from './query-result.ts'

/** An open query: its result stays as it was when it was asked. */
export interface Cursor {
  readonly locator: string
  readonly userId: string
  readonly query: CompiledQuery
  readonly result: QueryResult
}

/** The queries whose pages can still be fetched. A user has only so many; the oldest gives way. */
export class QueryCursors {
  readonly #org: Org
  readonly #cursors = new Map<string, Cursor>()
  #count = 0

  constructor(org: Org) {
    this.#org = org
  }

  open(query: CompiledQuery, user: Row): Cursor {
    return this.#cursor(query, user, openResult(this.#org, query))
  }

  /** Keeps the children of one record, which are more than are shown beside it, and gives their locator. */
  keepRows(query: CompiledQuery, user: Row, rows: readonly Row[]): string {
    const cursor = this.#cursor(query, user, listedResult([...rows]))
    this.keep(cursor)
    return cursor.locator
  }

  /** Keeps a cursor for later pages. */
  keep(cursor: Cursor): void {
    this.#cursors.set(cursor.locator, cursor)
    const open = [...this.#cursors.values()].filter((other) => other.userId === cursor.userId)
    for (const oldest of open.slice(0, Math.max(0, open.length - this.#org.settings.openCursors))) this.#close(oldest)
  }

  find(locator: string, user: Row): Cursor {
    const cursor = this.#cursors.get(locator)
    if (!cursor || cursor.userId !== user.Id) throw refusal('INVALID_QUERY_LOCATOR', 'invalid query locator')
    return cursor
  }

  #cursor(query: CompiledQuery, user: Row, result: QueryResult): Cursor {
    return { locator: salesforceId('0r8', this.#count++), userId: String(user.Id), query, result }
  }

  #close(cursor: Cursor): void {
    this.#cursors.delete(cursor.locator)
    cursor.result.release()
  }
}
