import type { ObjectSeed } from '../seeds/seed.ts'
import { idNumber, salesforceId } from './salesforce-id.ts'
import type { Row, Snapshot, Table, Value } from './table.ts'
import { ValueIndex } from './value-index.ts'

/** What has been written to one record, from `epoch` on; `previous` is kept only while a snapshot may read it. */
interface Version {
  readonly epoch: number
  readonly cells: Row
  readonly previous: Version | undefined
}

/** Up to this many generated rows an index of any field is made at once. */
const INDEXED_SEED = 100_000

/** A table of generated rows under an overlay of what was written since, so that ten million records cost no memory until they change. */
export class MemoryTable implements Table {
  readonly #seed: ObjectSeed
  readonly #seededFields: ReadonlySet<string>
  readonly #versions = new Map<number, Version>()
  readonly #insertedIds = new Map<string, number>()
  readonly #indexes = new Map<string, ValueIndex>()
  /** How many records the snapshots hold that are still read, by epoch. */
  readonly #snapshots = new Map<number, number>()
  #newestSnapshot = -1
  #epoch = 0
  #size: number
  #deleted = 0
  #revision = 0
  #start: ReadonlyMap<number, Version> = new Map()

  constructor(seed: ObjectSeed) {
    this.#seed = seed
    this.#size = seed.count
    this.#seededFields = new Set(seed.count > 0 ? Object.keys(seed.row(0)) : [])
  }

  get size(): number {
    return this.#size
  }

  get deleted(): number {
    return this.#deleted
  }

  get revision(): number {
    return this.#revision
  }

  get(id: string): Row | undefined {
    const position = this.#positionOf(id)
    return position === undefined ? undefined : this.#rowAt(position)
  }

  *rows(): Iterable<Row> {
    for (let position = 0; position < this.#size; position++) yield this.#rowAt(position)
  }

  has(id: string): boolean {
    return this.#positionOf(id) !== undefined
  }

  find(field: string, value: string): Row[] {
    const wanted = value.toLowerCase()
    const generated = this.#seed.lookups?.[field]
    const positions = generated ? [...generated(value), ...this.#indexOf(field).find(wanted)] : this.#indexOf(field).find(wanted)
    if (positions.length === 0) return []
    const inOrder = [...new Set(positions)].toSorted((a, b) => a - b)
    // A generated lookup knows nothing of later changes, so its finds are looked at again.
    return inOrder.map((position) => this.#rowAt(position)).filter((row) => keyOf(row[field]) === wanted)
  }

  canFind(field: string): boolean {
    return this.#seed.count <= INDEXED_SEED || this.#indexes.has(field) || this.#seed.lookups?.[field] !== undefined
  }

  insert(row: Row): void {
    const id = String(row.Id)
    if (this.#positionOf(id) !== undefined) throw new Error(`The id ${id} is taken; give every new record an id of its own.`)
    const position = this.#size++
    this.#insertedIds.set(id, position)
    this.#write(position, row)
  }

  update(id: string, changes: Row): void {
    const position = this.#positionOf(id)
    if (position === undefined) throw new Error(`There is no record ${id} to update.`)
    this.#write(position, changes)
  }

  discard(id: string): void {
    const position = this.#insertedIds.get(id)
    if (position === undefined) throw new Error(`The record ${id} was not inserted, so it cannot be discarded.`)
    const seen = [...this.#snapshots.values()].some((size) => size > position)
    if (position !== this.#size - 1 || seen) return this.update(id, { IsDeleted: true })
    const row = this.#rowAt(position)
    this.#write(position, Object.fromEntries(Object.keys(row).map((field) => [field, null])))
    this.#versions.delete(position)
    this.#insertedIds.delete(id)
    this.#size--
  }

  snapshot(): Snapshot {
    const epoch = this.#epoch++
    const size = this.#size
    this.#snapshots.set(epoch, size)
    this.#newestSnapshot = epoch
    return {
      size,
      deleted: this.#deleted,
      row: (position) => this.#rowAt(position, epoch),
      cell: (position, field) => this.#snapshotCell(position, field, epoch),
      placeOf: (id) => this.#placeOf(id, size),
      has: (id) => (this.#positionOf(id) ?? size) < size,
      release: () => this.#release(epoch),
    }
  }

  markStart(): void {
    this.#start = new Map(this.#versions)
  }

  *changes(): Iterable<Row> {
    for (const [position, { cells }] of this.#versions) {
      const before = this.#start.get(position)?.cells
      if (cells !== before) yield { ...differing(before, cells), Id: this.#idAt(position) }
    }
  }

  #idAt(position: number): string {
    return position < this.#seed.count
      ? salesforceId(this.#seed.prefix, position)
      : String(this.#versions.get(position)?.cells.Id)
  }

  #release(epoch: number): void {
    this.#snapshots.delete(epoch)
    this.#newestSnapshot = Math.max(-1, ...this.#snapshots.keys())
  }

  #positionOf(id: string): number | undefined {
    const number = idNumber(this.#seed.prefix, id)
    return number !== undefined && number < this.#seed.count ? number : this.#insertedIds.get(id)
  }

  /** Finds its way by halves, since records stand in the order of their ids. */
  #placeOf(id: string, size: number): number {
    let [low, high] = [0, size]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      if (this.#idAt(middle) < id) low = middle + 1
      else high = middle
    }
    return low
  }

  #snapshotCell(position: number, field: string, epoch: number): Value {
    const cell = position < this.#seed.count ? this.#seed.cells?.[field] : undefined
    // Only a record that nobody has written since can be judged by its seed.
    if (cell && !this.#versions.has(position)) return cell(position)
    return this.#rowAt(position, epoch)[field] ?? null
  }

  #rowAt(position: number, epoch = Infinity): Row {
    let version = this.#versions.get(position)
    while (version && version.epoch > epoch) version = version.previous
    if (position >= this.#seed.count) return version?.cells ?? {}
    const generated = this.#seed.row(position)
    return version ? { ...generated, ...version.cells } : generated
  }

  /** One cell of a record, without making the others. */
  #cellAt(position: number, field: string): Value | undefined {
    const cells = this.#versions.get(position)?.cells
    if (cells && field in cells) return cells[field]
    return position < this.#seed.count && this.#seededFields.has(field) ? this.#seed.row(position)[field] : undefined
  }

  #write(position: number, changes: Row): void {
    this.#revision++
    for (const [field, index] of this.#indexes) {
      if (field in changes) index.move(position, keyOf(this.#cellAt(position, field)), keyOf(changes[field]))
    }
    if ('IsDeleted' in changes) {
      this.#deleted += Number(changes.IsDeleted === true) - Number(this.#cellAt(position, 'IsDeleted') === true)
    }
    const current = this.#versions.get(position)
    const stillRead = current && current.epoch <= this.#newestSnapshot
    this.#versions.set(position, {
      epoch: this.#epoch,
      cells: { ...current?.cells, ...changes },
      previous: stillRead ? current : this.#snapshots.size > 0 ? current?.previous : undefined,
    })
  }

  #indexOf(field: string): ValueIndex {
    const known = this.#indexes.get(field)
    if (known) return known
    const index = new ValueIndex()
    for (const position of this.#positionsHolding(field)) index.move(position, undefined, keyOf(this.#rowAt(position)[field]))
    this.#indexes.set(field, index)
    return index
  }

  /** Where `field` may have a value that no generated lookup knows. A field that seed rows lack can only have been written later. */
  #positionsHolding(field: string): Iterable<number> {
    const seeded = this.#seededFields.has(field) && !this.#seed.lookups?.[field]
    return seeded ? countTo(this.#size) : this.#versions.keys()
  }
}

function differing(before: Row | undefined, after: Row): Row {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => value !== before?.[field]))
}

function* countTo(end: number): Iterable<number> {
  for (let number = 0; number < end; number++) yield number
}

function keyOf(value: Value | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value).toLowerCase()
}
