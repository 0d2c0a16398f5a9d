import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeOf, fieldsOf, valueOf } from '../../test/any-value.ts'
import { fieldPair, planInput, pushContext } from '../../test/one-pair.ts'
import { attributeTypes, salesforceTypes } from '../contract/vocabulary.ts'
import { cellOf } from './field-kept.ts'
import { compilePullPlan } from './pull-plan.ts'
import { compilePushPlan } from './push-plan.ts'
import { isBlank, sameValue } from './same-value.ts'
import { convertibility } from './type-table.ts'

const exactCells = salesforceTypes.flatMap((salesforceType) =>
  attributeTypes
    .filter((type) => (['pull', 'push'] as const).every((way) => convertibility(salesforceType, type, way).level === 'exact'))
    .map((attributeType) => ({ salesforceType, attributeType })),
)

function plansOf({ salesforceType, attributeType }: (typeof exactCells)[number]) {
  const fields = fieldsOf(salesforceType).map((field) =>
    attributeType === 'user' ? { ...field, referenceTo: ['User'], relationshipName: 'Value__r' } : field,
  )
  const input = planInput([attributeOf(attributeType)], fields, [fieldPair('value', fields[0]?.name ?? '')])
  return { pull: compilePullPlan(input), push: compilePushPlan(input) }
}

const salesforceId = '001D000000IRFmaIAH'
const context = pushContext({ relatedSalesforceId: () => salesforceId, userSalesforceId: () => salesforceId })

describe.each(exactCells)('$attributeType in $salesforceType', (cell) => {
  const { pull, push } = plansOf(cell)

  it('comes back from Salesforce as it was pushed, or is skipped with a reason', () => {
    fc.assert(
      fc.property(valueOf(cell.attributeType), (value) => {
        const pushed = push.convert({ value }, context)
        expect(pushed.sent.length + pushed.skips.length).toBe(isBlank(cell.attributeType, value) ? pushed.sent.length : 1)
        if (pushed.sent.length === 0) return
        const held = Object.fromEntries(
          Object.entries(pushed.body).map(([name, written]) => [name, written === null ? null : String(written)]),
        )
        expect(push.notKept(pushed, held)).toEqual([])
        if (cell.attributeType === 'user') return
        const row = pull.convert(pull.columns.map((name) => cellOf(held[name])))
        expect(row.skips).toEqual([])
        const cameBack =
          cell.attributeType === 'relation'
            ? row.relations[0]?.salesforceId === salesforceId
            : sameValue(cell.attributeType, row.values.value ?? null, value)
        expect(cameBack).toBe(true)
      }),
    )
  })
})
