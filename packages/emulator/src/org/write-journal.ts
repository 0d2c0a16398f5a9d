import type { Row, Table } from './table.ts'

/** Writes to tables, and takes them back when a transaction fails. */
export class WriteJournal {
  readonly #undo: (() => void)[] = []
  #open = 0

  insert(table: Table, row: Row): void {
    table.insert(row)
    this.#note(() => table.discard(String(row.Id)))
  }

  update(table: Table, id: string, changes: Row): void {
    const before = table.get(id)
    table.update(id, changes)
    const cells = Object.keys(changes).map((name) => [name, before?.[name] ?? null] as const)
    this.#note(() => table.update(id, Object.fromEntries(cells)))
  }

  /** Begins a transaction, which can stand inside another; the result takes back what was written since. */
  begin(): { rollBack: () => void; commit: () => void } {
    const start = this.#undo.length
    this.#open++
    return {
      rollBack: () => {
        for (const undo of this.#undo.splice(start).toReversed()) undo()
        this.#close()
      },
      commit: () => this.#close(),
    }
  }

  #note(undo: () => void): void {
    if (this.#open > 0) this.#undo.push(undo)
  }

  #close(): void {
    this.#open--
    if (this.#open === 0) this.#undo.splice(0)
  }
}
