import type { SalesProcess } from '@pryzm/salesforce-sdk/contract'
import { ifVisible } from './if-visible.ts'
import { isJsonObject } from './json-object.ts'
import { queryRows, type Row, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery } from './soql.ts'

/**
 * The sales processes of opportunities, by name. SOQL names them, but only the User Interface API tells a plain user which
 * stages one has, by a record type that has the process; so a process without a record type is left out.
 */
export async function salesProcesses(session: Session): Promise<SalesProcess[]> {
  const recordTypes = await ifVisible(() => recordTypesOf(session))
  if (recordTypes === null || recordTypes.length === 0) return []
  const named = (await ifVisible(() => processRows(session))) ?? []
  const ids = [...new Set(recordTypes.map((row) => textOf(row, 'BusinessProcessId')))]
  const found = await Promise.all(
    ids.map(async (id) => {
      const own = recordTypes.filter((row) => textOf(row, 'BusinessProcessId') === id)
      const stages = await stagesOf(session, own)
      const row = named.find((each) => textOf(each, 'Id') === id)
      return stages === null ? [] : [asProcess(id, row, own, stages)]
    }),
  )
  return found.flat().toSorted((one, other) => one.name.localeCompare(other.name))
}

function recordTypesOf(session: Session): Promise<Row[]> {
  const columns = ['Id', 'Name', 'IsActive', 'BusinessProcessId']
  const where = ["SobjectType = 'Opportunity'", 'BusinessProcessId != null']
  return queryRows(session, buildQuery({ object: 'RecordType', columns, where }))
}

function processRows(session: Session): Promise<Row[]> {
  const where = ["TableEnumOrId = 'Opportunity'"]
  return queryRows(session, buildQuery({ object: 'BusinessProcess', columns: ['Id', 'Name', 'IsActive'], where }))
}

/** By the first record type, active ones before others, that this user may see; null where there is none. */
async function stagesOf(session: Session, recordTypes: readonly Row[]): Promise<string[] | null> {
  const activeFirst = recordTypes.toSorted((one, other) => Number(other['IsActive']) - Number(one['IsActive']))
  for (const row of activeFirst) {
    const url = `/ui-api/object-info/Opportunity/picklist-values/${textOf(row, 'Id')}/StageName`
    const answer = await ifVisible(() => session.exact({ method: 'GET', url }))
    if (answer !== null) return stageNames(answer.body)
  }
  return null
}

function stageNames(body: unknown): string[] {
  const values = isJsonObject(body) && Array.isArray(body['values']) ? body['values'] : []
  return values.filter(isJsonObject).map((value) => textOf(value, 'value'))
}

/** Where the process itself is not to be seen, its record types tell what it is called. */
function asProcess(id: string, row: Row | undefined, recordTypes: readonly Row[], stages: string[]): SalesProcess {
  const active = recordTypes.some((recordType) => recordType['IsActive'] === true)
  const name = row ? textOf(row, 'Name') : recordTypes.map((recordType) => textOf(recordType, 'Name')).join(', ')
  return { id, name, active: active && row?.['IsActive'] !== false, stages }
}
