import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import { PRYZM_ID_FIELD, type PullPlan } from '@pryzm/salesforce-sdk/mapping'

/** Ids that one query can name: SOQL is limited to 100,000 characters. */
export const maxIdsInQuery = 4000

const overlapMs = 10 * 60_000

/** Which rows a pull asks for. */
export interface PullRange {
  /** Rows changed since then, or null for all of them. */
  since: Date | null
  /** Rows by id: besides those changed, or alone where `since` is null. */
  ids: readonly string[]
}

/**
 * Columns of a pull in order: those of the plan first, so that its positions hold, then what matching needs, then what tells
 * of deletions where the object has it.
 */
export function pullColumns(
  plan: Pick<PullPlan, 'columns'>,
  fields: readonly { name: string }[],
  withDeleted: boolean,
): string[] {
  const deletion = ['IsDeleted', 'MasterRecordId'].filter((name) => fields.some((field) => field.name === name))
  return [...plan.columns, 'Id', PRYZM_ID_FIELD, 'SystemModstamp', ...(withDeleted ? deletion : [])]
}

/** The query of a pull. Without ORDER BY and LIMIT, which would keep Salesforce from splitting it. */
export function pullQuery(
  object: SalesforceObject,
  { columns, condition }: { columns: readonly string[]; condition: string | null },
  range: PullRange,
): string {
  const conditions = [condition, rangeCondition(range)].filter((each) => each !== null)
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  return `SELECT ${columns.join(', ')} FROM ${object}${where}`
}

function rangeCondition({ since, ids }: PullRange): string | null {
  const byId = ids.length === 0 ? null : `Id IN (${ids.map(idLiteral).join(', ')})`
  if (since === null) return byId
  // Late commits carry earlier stamps and stamps tie, so the last minutes are read once more: applying a row twice is free.
  const changed = `SystemModstamp >= ${new Date(since.getTime() - overlapMs).toISOString().replace(/\.\d+Z$/, 'Z')}`
  return byId === null ? changed : `(${changed} OR ${byId})`
}

function idLiteral(id: string): string {
  if (!/^[a-zA-Z0-9]{15,18}$/.test(id)) throw new Error(`"${id}" is not a Salesforce id.`)
  return `'${id}'`
}
