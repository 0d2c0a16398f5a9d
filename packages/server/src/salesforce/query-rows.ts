import type { Session } from './session.ts'
import { isJsonObject } from './json-object.ts'

export type Row = Readonly<Record<string, unknown>>

/** All rows of a small SOQL query through REST, numbers as decimal text; `api` is `/tooling` for Tooling objects. */
export async function queryRows(session: Session, soql: string, api: '' | '/tooling' = ''): Promise<Row[]> {
  const rows: Row[] = []
  let url: string | null = `${api}/query?q=${encodeURIComponent(soql)}`
  while (url !== null) {
    const { body } = await session.exact({ method: 'GET', url })
    const page: Row = isJsonObject(body) ? body : {}
    if (Array.isArray(page['records'])) rows.push(...page['records'].filter(isJsonObject))
    url = typeof page['nextRecordsUrl'] === 'string' ? page['nextRecordsUrl'] : null
  }
  return rows
}

/** A text of a row; '' where it is blank. */
export function textOf(row: Row | undefined, field: string): string {
  const value = row?.[field]
  return typeof value === 'string' ? value : ''
}
