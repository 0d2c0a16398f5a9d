import * as fc from 'fast-check'
import type { FieldPair, OptionPair } from '../src/contract/mapping.ts'
import type { Attribute, AttributeType, SalesforceField, SalesforceType } from '../src/contract/schema.ts'
import type { AttributeValue } from '../src/contract/shared.ts'
import { attributeTypes, salesforceTypes } from '../src/contract/vocabulary.ts'
import type { Way } from '../src/mapping/effective-direction.ts'
import { compilePullPlan, type PullPlan } from '../src/mapping/plans/pull-plan.ts'
import type { PushContext } from '../src/mapping/plans/push-context.ts'
import { compilePushPlan, type PushPlan } from '../src/mapping/plans/push-plan.ts'
import type { ConversionLevel } from '../src/mapping/types/type-cells.ts'
import { convertibility } from '../src/mapping/types/type-table.ts'
import { anyAttribute, anyName } from './any-attribute.ts'
import { anyFields } from './any-field.ts'
import { salesforceId } from './any-value.ts'
import { fieldPair, planInput, pushContext } from './one-pair.ts'

/** One cell of the type table. */
export interface TypePair {
  salesforceType: SalesforceType
  attributeType: AttributeType
}

/** Both sides of one pair, with limits of their own. Plain data, so that a failure can be written down. */
export interface Sides {
  attribute: Attribute
  /** The mapped field first; then its components, or the currency of the record. */
  fields: SalesforceField[]
}

/** What a push knows, as plain data. */
export interface Situation {
  creating: boolean
  synced: boolean
  linked: boolean
  currency: string | null
}

/** The cells of the type table that are of one of the levels, by direction. */
export function cells(wanted: Partial<Record<Way, readonly ConversionLevel[]>>): TypePair[] {
  const ways = Object.entries(wanted) as [Way, readonly ConversionLevel[]][]
  return salesforceTypes
    .flatMap((salesforceType) => attributeTypes.map((attributeType) => ({ salesforceType, attributeType })))
    .filter(({ salesforceType, attributeType }) =>
      ways.every(([way, levels]) => levels.includes(convertibility(salesforceType, attributeType, way).level)),
    )
}

export function anySides(among: readonly TypePair[]): fc.Arbitrary<Sides> {
  return fc
    .constantFrom(...among)
    .chain(({ salesforceType, attributeType }) =>
      fc.record({ attribute: anyAttribute(attributeType), fields: anyFields(salesforceType, attributeType) }),
    )
}

/** An option map that may name what exists, what does not, and the same thing twice. */
export function anyOptionMap({ attribute, fields }: Sides): fc.Arbitrary<OptionPair[]> {
  if (!attribute.options) return fc.constant([])
  const options = attribute.options.map(({ id }) => id)
  const values = (fields[0]?.picklistValues ?? []).map(({ value }) => value)
  return fc.array(
    fc.record({
      option: fc.oneof(fc.constantFrom(...options), anyName),
      value: values.length > 0 ? fc.oneof(fc.constantFrom(...values), anyName) : anyName,
      direction: fc.constantFrom('bidirectional', 'pull', 'push'),
    }),
    { maxLength: 4 },
  )
}

/** An option map that ties each option to one value and each value to one option, both ways. */
export function oneToOneMap(sides: Sides): fc.Arbitrary<OptionPair[]> {
  return anyOptionMap(sides).map((pairs) => {
    const options = new Set<string>()
    const values = new Set<string>()
    return pairs.flatMap(({ option, value }) => {
      if (options.has(option.trim()) || values.has(value.trim())) return []
      options.add(option.trim())
      values.add(value.trim())
      return [{ option, value, direction: 'bidirectional' as const }]
    })
  })
}

export const anySituation: fc.Arbitrary<Situation> = fc.record({
  creating: fc.boolean(),
  synced: fc.boolean(),
  linked: fc.boolean(),
  currency: fc.constantFrom('EUR', 'USD', null),
})

export function contextOf({ creating, synced, linked, currency }: Situation): PushContext {
  const id = linked ? salesforceId : undefined
  return pushContext({
    creating,
    syncedBefore: () => synced,
    relatedSalesforceId: () => id,
    userSalesforceId: () => id,
    ...(creating ? {} : { currency }),
  })
}

export function pullPlanOf({ attribute, fields }: Sides, pair: Partial<FieldPair> = {}): PullPlan {
  return compilePullPlan(planInput([attribute], fields, [fieldPair('value', fields[0]?.name ?? '', pair)]))
}

export function pushPlanOf({ attribute, fields }: Sides, pair: Partial<FieldPair> = {}): PushPlan {
  return compilePushPlan(planInput([attribute], fields, [fieldPair('value', fields[0]?.name ?? '', pair)]))
}

/** What a pull of one cell makes of it: a value, or the id or email still to be resolved; undefined where it was skipped. */
export function pulledValue(plan: PullPlan, cellOf: (column: string) => string): AttributeValue | undefined {
  const { values, relations, users } = plan.convert(plan.columns.map(cellOf))
  return relations[0]?.salesforceId ?? users[0]?.email ?? values.value
}
