import type { SalesforceField } from '../contract/schema.ts'
import type { FieldToPlan } from './plan-fields.ts'
import type { PushStep, PushTarget } from './push-context.ts'
import { isMoney } from './value-shape.ts'
import { unfit } from './skip-sentences.ts'
import { Unfit } from './unfit.ts'
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
    const code = codeField ? (value.currency ?? attribute.currency ?? null) : null
    const expected = context.creating ? written[CURRENCY_FIELD] : context.currency
    if (code !== null && typeof expected === 'string' && expected !== code) {
      return unfit.otherCurrency(field.label, expected, code)
    }
    return code !== null && context.creating && codeField?.createable
      ? { [field.name]: amount, [CURRENCY_FIELD]: code }
      : { [field.name]: amount }
  }
  return { fields: [field], readBack: codeField ? [field, codeField] : [field], write }
}
