import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { givenId } from '../org/writing/given-id.ts'
import { upsertRecord } from '../org/writing/upsert-record.ts'
import { deleteRecord, insertRecord, updateRecord } from '../org/writing/write-record.ts'
import { SalesforceError, writeRefusal } from '../wire/salesforce-error.ts'
import type { IngestColumns } from './ingest-columns.ts'
import { rowError } from './row-error.ts'

export const ingestOperations = ['insert', 'update', 'upsert', 'delete', 'hardDelete'] as const
export type IngestOperation = (typeof ingestOperations)[number]

/** What became of one row of an upload. A failed row keeps the id it was given; without one it is the row's own. */
export type RowOutcome = { readonly id?: string; readonly created: boolean } | { readonly id: string; readonly error: string }

/** Shared by most rows of most uploads, of which there can be millions. */
const written: RowOutcome = { created: false }

/** What rows are written to, and how. */
export interface IngestTarget {
  readonly org: Org
  readonly user: Row
  readonly object: string
  readonly operation: IngestOperation
  /** For an upsert: the field by which records are found, in canonical case. */
  readonly keyField: string
  readonly columns: IngestColumns
}

/** Writes one row by the rules that hold for single records; a refusal becomes part of the outcome. */
export function writeRow(target: IngestTarget, cells: readonly string[]): RowOutcome {
  try {
    return operations[target.operation](target, cells)
  } catch (error) {
    if (error instanceof SalesforceError) return { id: target.columns.text('Id', cells), error: rowError(error) }
    throw error
  }
}

const operations: Readonly<Record<IngestOperation, (target: IngestTarget, cells: readonly string[]) => RowOutcome>> = {
  insert({ org, user, object, columns }, cells) {
    if (columns.text('Id', cells) !== '') {
      throw writeRefusal('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', ['Id'])
    }
    return { id: insertRecord(org, user, object, columns.fields(cells, ['Id'])), created: true }
  },
  update(target, cells) {
    const id = givenId(target.org, target.object, target.columns.text('Id', cells), 'update')
    updateRecord(target.org, target.user, target.object, id, target.columns.fields(cells, ['Id']))
    return written
  },
  upsert(target, cells) {
    return target.keyField === 'Id' ? upsertById(target, cells) : upsertByKey(target, cells)
  },
  delete(target, cells) {
    const id = givenId(target.org, target.object, target.columns.text('Id', cells), 'delete')
    deleteRecord(target.org, target.user, target.object, id)
    return written
  },
  hardDelete(target, cells) {
    const { org, user, object } = target
    const id = givenId(org, object, target.columns.text('Id', cells), 'delete')
    if (org.access.isPurged(id)) throw writeRefusal('ENTITY_IS_DELETED', 'entity is deleted')
    // A record that is in the recycle bin already only has to leave it.
    if (org.table(object).get(id)?.IsDeleted !== true) deleteRecord(org, user, object, id)
    org.access.purge(id)
    return written
  },
}

function upsertById(target: IngestTarget, cells: readonly string[]): RowOutcome {
  return operations[target.columns.text('Id', cells) === '' ? 'insert' : 'update'](target, cells)
}

function upsertByKey({ org, user, object, columns, keyField }: IngestTarget, cells: readonly string[]): RowOutcome {
  const value = columns.text(keyField, cells)
  if (value === '') throw writeRefusal('MISSING_ARGUMENT', `${keyField} not specified`)
  const result = upsertRecord(org, user, object, { field: keyField, value }, columns.fields(cells, [keyField]))
  if (!('matches' in result)) return result
  const message = `More than one record found for external id field: [${result.matches.join(', ')}]`
  throw writeRefusal('DUPLICATE_EXTERNAL_ID', message, [keyField])
}
