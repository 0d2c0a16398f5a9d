import { AsyncLocalStorage } from 'node:async_hooks'
import type { Row, Table } from './table.ts'

interface Undoable {
  readonly undo: () => void
  isUndone: boolean
}

/** What was written within a transaction, and in those that stand inside it. */
interface Transaction {
  readonly writes: Undoable[]
  readonly outer: Transaction | undefined
}

/** Writes to tables, and takes them back when a transaction fails. What other requests write at the same time is left alone. */
export class WriteJournal {
  readonly #running = new AsyncLocalStorage<Transaction>()

  insert(table: Table, row: Row): void {
    table.insert(row)
    this.#note(() => table.discard(String(row.Id)))
  }

  update(table: Table, id: string, changes: Row): void {
    const isWithin = this.#running.getStore() !== undefined
    const before = isWithin ? table.get(id) : undefined
    table.update(id, changes)
    if (!isWithin) return
    const cells = Object.keys(changes).map((name) => [name, before?.[name] ?? null] as const)
    this.#note(() => table.update(id, Object.fromEntries(cells)))
  }

  /**
   * Does work, also work that takes its time, and takes back what it wrote when it throws or calls `rollBack`. A transaction
   * can stand inside another.
   */
  transact<T>(work: (transaction: { rollBack: () => void }) => T): T {
    const transaction = { writes: [], outer: this.#running.getStore() }
    const rollBack = () => takeBack(transaction)
    const fail = (error: unknown): never => {
      rollBack()
      throw error
    }
    return this.#running.run(transaction, () => {
      try {
        const result = work({ rollBack })
        return result instanceof Promise ? (result.catch(fail) as T) : result
      } catch (error) {
        return fail(error)
      }
    })
  }

  #note(undo: () => void): void {
    const write = { undo, isUndone: false }
    for (let within = this.#running.getStore(); within; within = within.outer) within.writes.push(write)
  }
}

function takeBack({ writes }: Transaction): void {
  for (const write of writes.splice(0).toReversed()) {
    if (!write.isUndone) write.undo()
    write.isUndone = true
  }
}
