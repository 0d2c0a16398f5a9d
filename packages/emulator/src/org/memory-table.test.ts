import { array, assert, boolean, constantFrom, nat, oneof, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ObjectSeed } from '../seeds/seed.ts'
import { MemoryTable } from './memory-table.ts'
import { salesforceId } from './salesforce-id.ts'
import type { Row } from './table.ts'

const COLOURS = ['Red', 'red', 'Blue', 'BLUE', 'green']

const seed: ObjectSeed = {
  prefix: '001',
  count: 5,
  row: (index) => ({ Id: salesforceId('001', index), Name: `Account ${index}`, Colour: COLOURS[index]!, IsDeleted: false }),
}

const id = (number: number) => salesforceId('001', number)
const names = (rows: Iterable<Row>) => [...rows].map((row) => row.Name)
const newRow = (number: number, cells: Row = {}): Row => ({
  Id: id(number),
  Name: `New ${number}`,
  Colour: null,
  IsDeleted: false,
  ...cells,
})

describe('MemoryTable', () => {
  it('shows generated rows, changed rows and new rows in id order', () => {
    const table = new MemoryTable(seed)
    table.insert(newRow(5))
    table.update(id(1), { Name: 'Changed' })
    expect(names(table.rows())).toEqual(['Account 0', 'Changed', 'Account 2', 'Account 3', 'Account 4', 'New 5'])
    expect(table.get(id(1))).toMatchObject({ Name: 'Changed', Colour: 'red' })
    expect(table.get(id(6))).toBeUndefined()
    expect(table.size).toBe(6)
  })

  it('forgets a record that is taken back, and deletes one that others have followed', () => {
    const table = new MemoryTable(seed)
    table.insert(newRow(5, { Colour: 'pink' }))
    expect(names(table.find('Colour', 'pink'))).toEqual(['New 5'])
    table.discard(id(5))
    expect([table.size, table.get(id(5)), table.find('Colour', 'pink')]).toEqual([5, undefined, []])
    table.insert(newRow(6))
    table.insert(newRow(7))
    table.discard(id(6))
    expect([table.size, table.deleted, table.get(id(6))?.IsDeleted]).toEqual([7, 1, true])
  })

  it('refuses a taken id and an unknown one', () => {
    const table = new MemoryTable(seed)
    expect(() => table.insert(newRow(3))).toThrow(/is taken/)
    expect(() => table.update(id(9), { Name: 'x' })).toThrow(/no record/)
  })

  it('finds values in generated, changed and new rows without regard to case', () => {
    const table = new MemoryTable(seed)
    expect(names(table.find('Colour', 'RED'))).toEqual(['Account 0', 'Account 1'])
    table.update(id(0), { Colour: 'Blue' })
    table.insert(newRow(5, { Colour: 'bLuE' }))
    expect(names(table.find('Colour', 'blue'))).toEqual(['Account 0', 'Account 2', 'Account 3', 'New 5'])
    expect(names(table.find('Colour', 'red'))).toEqual(['Account 1'])
  })

  it('finds values of a field that came to be after the seed', () => {
    const table = new MemoryTable(seed)
    table.update(id(2), { Pryzm_ID__c: 'A-1' })
    expect(names(table.find('Pryzm_ID__c', 'a-1'))).toEqual(['Account 2'])
    table.update(id(2), { Pryzm_ID__c: null })
    table.update(id(4), { Pryzm_ID__c: 'a-1' })
    expect(names(table.find('Pryzm_ID__c', 'A-1'))).toEqual(['Account 4'])
  })

  it('asks the seed where a value may be, and still believes later changes', () => {
    const table = new MemoryTable({ ...seed, lookups: { Name: (value) => (/account 3/i.test(value) ? [3] : []) } })
    expect(names(table.find('Name', 'account 3'))).toEqual(['Account 3'])
    table.update(id(3), { Name: 'Renamed' })
    table.update(id(4), { Name: 'ACCOUNT 3' })
    expect(names(table.find('Name', 'Account 3'))).toEqual(['ACCOUNT 3'])
    expect(names(table.find('Name', 'renamed'))).toEqual(['Renamed'])
  })

  it('counts deleted records', () => {
    const table = new MemoryTable(seed)
    table.update(id(0), { IsDeleted: true })
    table.update(id(0), { IsDeleted: true })
    table.insert(newRow(5, { IsDeleted: true }))
    expect(table.deleted).toBe(2)
    table.update(id(0), { IsDeleted: false })
    expect(table.deleted).toBe(1)
  })

  it('tells what was written since its start, so that a new table can take it over', () => {
    const steps = array(record({ at: nat(6), colour: constantFrom(...COLOURS), gone: boolean() }), { maxLength: 30 })
    assert(
      property(steps, steps, (before, after) => {
        const write = (table: MemoryTable, { at, colour, gone }: { at: number; colour: string; gone: boolean }) => {
          if (at < table.size) table.update(id(at), { Colour: colour, IsDeleted: gone })
          else table.insert(newRow(table.size, { Colour: colour }))
        }
        const table = new MemoryTable(seed)
        for (const step of before) write(table, step)
        table.markStart()
        for (const step of after) write(table, step)
        const copy = new MemoryTable(seed)
        for (const step of before) write(copy, step)
        for (const row of table.changes()) {
          if (copy.get(String(row.Id))) copy.update(String(row.Id), row)
          else copy.insert(row)
        }
        expect([...copy.rows()]).toEqual([...table.rows()])
        expect([copy.size, copy.deleted]).toEqual([table.size, table.deleted])
        table.markStart()
        expect([...table.changes()]).toEqual([])
      }),
    )
  })

  it('keeps every snapshot as it was, whatever is written and released around it', () => {
    const step = oneof(
      record({ do: constantFrom('update' as const), at: nat(6), colour: constantFrom(...COLOURS) }),
      record({ do: constantFrom('insert' as const, 'delete' as const, 'snapshot' as const, 'release' as const), at: nat(6) }),
    )
    assert(
      property(array(step, { maxLength: 40 }), (steps) => {
        const table = new MemoryTable(seed)
        const kept: { snapshot: ReturnType<MemoryTable['snapshot']>; rows: Row[]; deleted: number }[] = []
        for (const todo of steps) {
          const target = id(todo.at % table.size)
          if (todo.do === 'update') table.update(target, { Colour: todo.colour })
          if (todo.do === 'delete') table.update(target, { IsDeleted: true })
          if (todo.do === 'insert') table.insert(newRow(table.size))
          if (todo.do === 'snapshot') kept.push({ snapshot: table.snapshot(), rows: [...table.rows()], deleted: table.deleted })
          if (todo.do === 'release') kept.splice(todo.at, 1)[0]?.snapshot.release()
        }
        for (const { snapshot, rows, deleted } of kept) {
          expect(Array.from({ length: snapshot.size }, (_, position) => snapshot.row(position))).toEqual(rows)
          expect(snapshot.deleted).toBe(deleted)
        }
        expect(table.deleted).toBe([...table.rows()].filter((row) => row.IsDeleted).length)
      }),
    )
  })
})
