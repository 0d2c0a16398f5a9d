import type { SalesforceField } from '../../contract/schema.ts'
import type { FieldToPlan } from './plan-fields.ts'
import type { PushStep, PushTarget } from './push-context.ts'
import { isMoney } from '../values/value-shape.ts'
import { unfit } from '../values/skip-sentences.ts'
import { Unfit } from '../values/unfit.ts'
import { numberWriter } from './write-value.ts'

/** The field that holds the currency of a whole record, in orgs with several currencies. */
export const CURRENCY_FIELD = 'CurrencyIsoCode'

/** Writes an amount, and on a create its currency code where the org has several. */
export function currencyTarget({ attribute, field }: FieldToPlan, fields: readonly SalesforceField[]): PushTarget {
  const writeAmount = numberWriter(field)
  const codeField = field.type === 'currency' ? fields.find(({ name }) => name === CURRENCY_FIELD) : undefined
  const write: PushStep = (value, context, written) => {
    if (!isMoney(value)) return unfit.shape(attribute)
    const amount = writeAmount(value.amount.trim())
    if (amount instanceof Unfit) return amount
    const { currency: fixed = null } = attribute
    const code = value.currency?.trim().toUpperCase() || fixed
    if (code !== null && fixed !== null && code !== fixed) return unfit.otherCurrency(attribute.label, fixed, code)
    if (code === null || !codeField) return { [field.name]: amount }
    const expected = context.creating ? written[CURRENCY_FIELD] : context.currency
    if (typeof expected === 'string' && expected !== code) return unfit.otherCurrency(field.label, expected, code)
    if (!context.creating) return { [field.name]: amount }
    return refusedCode(codeField, field, code) ?? { [field.name]: amount, [CURRENCY_FIELD]: code }
  }
  return { fields: [field], into: [field], readBack: codeField ? [field, codeField] : [field], write }
}

/** Without its code, the amount of a new record would be taken in the default currency of the user. */
function refusedCode(codeField: SalesforceField, field: SalesforceField, code: string): Unfit | null {
  if (!codeField.createable) return unfit.fixedCurrency(field, code)
  const { picklistValues } = codeField
  const known = picklistValues.length === 0 || picklistValues.some(({ value, active }) => active && value === code)
  return known ? null : unfit.unknownCurrency(field, code)
}
