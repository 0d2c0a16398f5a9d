import type { Queryable } from './sql.ts'
import { isUniqueViolation } from './unique-violation.ts'

/** Runs `work` within a transaction; false, with its changes undone, where a row with the same key existed. */
export async function unlessTaken(transaction: Queryable, work: () => Promise<void>): Promise<boolean> {
  await transaction.query('savepoint unless_taken')
  try {
    await work()
  } catch (error) {
    await transaction.query('rollback to savepoint unless_taken')
    if (isUniqueViolation(error)) return false
    throw error
  }
  await transaction.query('release savepoint unless_taken')
  return true
}
