import * as fc from 'fast-check'
import type { FieldPair, Mapping } from '../src/contract/mapping.ts'
import type { SalesforceField } from '../src/contract/schema.ts'
import { directions, salesforceObjects, salesforceTypes } from '../src/contract/vocabulary.ts'
import { evaluatedOrgs } from './orgs/evaluated-orgs.ts'
import { type Sides, workspace } from './workspace.ts'

interface Spoiled {
  mapping: Mapping
  sides: Sides
}

type Spoil = (workspace: Spoiled) => void

const at = fc.nat({ max: 1000 })
const direction = fc.constantFrom(...directions)
const object = fc.constantFrom(...salesforceObjects)

/** Some orgs without the very large ones, which only take longer. */
const orgs = evaluatedOrgs.filter(({ describes }) => describes.Account.fields.length < 200)

const flaw: fc.Arbitrary<Partial<SalesforceField>> = fc.oneof(
  fc.constantFrom(...salesforceTypes).map((type) => ({ type })),
  fc.constantFrom<Partial<SalesforceField>>(
    { createable: false, updateable: false },
    { updateable: false },
    { calculated: true, createable: false, updateable: false },
    { nillable: false, defaultedOnCreate: false },
    { length: 10 },
    { htmlFormatted: true },
    { externalId: false, unique: false },
  ),
)

const spoil: fc.Arbitrary<Spoil> = fc.oneof(
  fc.tuple(object, at, flaw).map(([name, index, flaws]) => ({ sides }: Spoiled) => {
    const fields = sides[name].describe?.fields ?? []
    Object.assign(pick(fields, index) ?? {}, flaws)
  }),
  fc.tuple(object, at).map(([name, index]) => ({ sides }: Spoiled) => {
    const fields = sides[name].describe?.fields ?? []
    const hidden = pick(fields, index)
    if (sides[name].describe) sides[name].describe.fields = fields.filter((field) => field !== hidden)
  }),
  fc.tuple(object, at).map(([name, index]) => ({ sides }: Spoiled) => {
    const field = pick(sides[name].describe?.fields ?? [], index)
    if (field) field.name = `ns__${field.name.replace(/__c$/, '')}__c`
  }),
  fc.tuple(object, at).map(([name, index]) => ({ sides }: Spoiled) => {
    const attribute = pick(sides[name].recordType?.attributes ?? [], index)
    if (attribute) attribute.readOnly = true
  }),
  fc.tuple(object, at).map(([name, index]) => ({ sides }: Spoiled) => {
    const attribute = pick(sides[name].recordType?.attributes ?? [], index)
    if (attribute) attribute.name = attribute.name.toUpperCase()
  }),
  fc.tuple(object, direction).map(([name, way]) => ({ mapping }: Spoiled) => {
    for (const pair of mapping.pairs) if (pair.object === name) pair.direction = way
  }),
  fc.tuple(object, at, direction).map(([name, index, way]) => ({ mapping }: Spoiled) => {
    const pair = mapping.pairs.find((candidate) => candidate.object === name)
    Object.assign(pick(pair?.fields ?? [], index) ?? {}, { direction: way })
  }),
  fc.tuple(object, at, at, direction).map(([name, attributeAt, fieldAt, way]) => ({ mapping, sides }: Spoiled) => {
    const pair = mapping.pairs.find((candidate) => candidate.object === name)
    const attribute = pick(sides[name].recordType?.attributes ?? [], attributeAt)
    const field = pick(sides[name].describe?.fields ?? [], fieldAt)
    if (pair && attribute && field) pair.fields.push(newPair(pair.fields, attribute.name, field.name, way))
  }),
  fc.tuple(object, at).map(([name, index]) => ({ mapping }: Spoiled) => {
    const pair = mapping.pairs.find((candidate) => candidate.object === name)
    pair?.fields.splice(index % Math.max(1, pair.fields.length), 1)
  }),
  fc.tuple(object, fc.boolean(), fc.boolean()).map(([name, createable, updateable]) => ({ sides }: Spoiled) => {
    Object.assign(sides[name].describe ?? {}, { createable, updateable })
  }),
)

/** A workspace with every suggestion accepted, in one of several orgs, after up to twelve mishaps. */
export const spoiledWorkspace: fc.Arbitrary<Spoiled> = fc
  .tuple(fc.constantFrom(...orgs), fc.array(spoil, { minLength: 1, maxLength: 12 }))
  .map(([org, spoils]) => {
    const { mapping, sides } = workspace()
    for (const name of salesforceObjects) sides[name].describe = structuredClone(org.describes[name])
    for (const mishap of spoils) mishap({ mapping, sides })
    return { mapping, sides }
  })

function pick<Item>(items: readonly Item[], index: number): Item | undefined {
  return items[index % Math.max(1, items.length)]
}

function newPair(pairs: readonly FieldPair[], attribute: string, field: string, way: FieldPair['direction']): FieldPair {
  return { id: `${pairs.length} ${attribute}`, attribute, field, direction: way, options: [] }
}
