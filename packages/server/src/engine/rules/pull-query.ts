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

/** Columns of a pull in order: those of the plan first, so that its positions hold. */
export function pullColumns(plan: Pick<PullPlan, 'columns'>): string[] {
  return [...plan.columns, 'Id', PRYZM_ID_FIELD, 'SystemModstamp']
}

/** The query of a pull. Without ORDER BY and LIMIT, which would keep Salesforce from splitting it. */
export function pullQuery(object: SalesforceObject, plan: Pick<PullPlan, 'columns' | 'condition'>, range: PullRange): string {
  const conditions = [plan.condition, rangeCondition(range)].filter((condition) => condition !== null)
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`
  return `SELECT ${pullColumns(plan).join(', ')} FROM ${object}${where}`
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
