import type { Org } from '../org/org.ts'
import { compileQuery } from './compile-query.ts'
import type { Predicate } from './conditions.ts'

/** Turns the WHERE clause of a query into a function of an object's rows, with the fields an administrator sees; throws Salesforce's refusal of one that does not fit. */
export function recordCondition(org: Org, objectName: string, condition: string): Predicate {
  return compileQuery(`SELECT Id FROM ${objectName} WHERE ${condition}`, org, org.administrator, { deletedToo: true }).matches
}
