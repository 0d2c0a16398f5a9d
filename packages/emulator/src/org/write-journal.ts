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

  /** Does work, also work that takes its time, whose writes `rollBack` takes back. A transaction can stand inside another. */
  transact<T>(work: (transaction: { rollBack: () => void }) => T): T {
    const transaction = { writes: [], outer: this.#running.getStore() }
    return this.#running.run(transaction, () => work({ rollBack: () => takeBack(transaction) }))
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
