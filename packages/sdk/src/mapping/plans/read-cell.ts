import type { OptionPair } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { normalDecimal } from '../values/decimal.ts'
import { calendarDate, utcInstant } from '../values/instant.ts'
import { fittingText } from '../values/fitting-text.ts'
import { attributeLimits, outsideLimits } from '../values/number-limits.ts'
import { isMatch } from '../options/match.ts'
import { optionMatcher } from '../options/option-match.ts'
import { longSalesforceId } from '../values/salesforce-id.ts'
import { unfit } from '../values/skip-sentences.ts'
import { booleanOf, looksLikeEmail, looksLikeUrl } from '../values/text-shape.ts'
import { Unfit } from '../values/unfit.ts'

/** Reads one cell that is not blank. */
export type CellReader = (cell: string) => AttributeValue | Unfit

/** Compiles how cells of a field become values of an attribute that is one value in one column. */
export function cellReader(attribute: Attribute, field: SalesforceField, options: readonly OptionPair[]): CellReader {
  switch (attribute.type) {
    case 'text':
    case 'long_text':
    case 'phone':
      return textReader(attribute, field)
    case 'email':
      return checkedTextReader(attribute, field.type === 'email' ? null : looksLikeEmail, 'an email address')
    case 'url':
      return checkedTextReader(attribute, field.type === 'url' ? null : looksLikeUrl, 'a web address')
    case 'number':
    case 'percent':
      return numberReader(attribute)
    case 'boolean':
      return (cell) => booleanOf(cell) ?? unfit.notA('true or false', attribute.label)
    case 'date':
      return (cell) => calendarDate(cell) ?? unfit.notA('a date such as 2026-03-31', attribute.label)
    case 'datetime':
      return (cell) => utcInstant(cell) ?? unfit.notA('a date and time with a zone', attribute.label)
    case 'select':
    case 'stage':
      return optionReader(attribute, field, options)
    case 'multi_select':
      return optionsReader(attribute, field, options)
    default:
      return () => unfit.shape(attribute)
  }
}

/** Reads an amount, its currency apart. */
export function numberReader(attribute: Attribute): (cell: string) => string | Unfit {
  const limits = attributeLimits(attribute)
  return (cell) => {
    const decimal = normalDecimal(cell)
    return decimal === null ? unfit.notA('a number', attribute.label) : (outsideLimits(decimal, limits) ?? decimal)
  }
}

function textReader(attribute: Attribute, field: SalesforceField): CellReader {
  const fitting = fittingText(attribute.label, attribute.maxLength)
  switch (field.type) {
    case 'int':
    case 'long':
    case 'double':
    case 'percent':
    case 'currency':
      return (cell) => fitting(normalDecimal(cell) ?? cell)
    case 'datetime':
      return (cell) => fitting(utcInstant(cell) ?? cell)
    case 'id':
    case 'reference':
      return (cell) => fitting(longSalesforceId(cell))
    default:
      return fitting
  }
}

function checkedTextReader(attribute: Attribute, check: ((text: string) => boolean) | null, thing: string): CellReader {
  const fitting = fittingText(attribute.label, attribute.maxLength)
  return check ? (cell) => (check(cell) ? fitting(cell) : unfit.notA(thing, attribute.label)) : fitting
}

function optionReader(attribute: Attribute, field: SalesforceField, options: readonly OptionPair[]): CellReader {
  const match = optionMatcher(attribute, field, options)
  const known = new Map<string, string | Unfit>()
  const read = (value: string) => {
    const matched = match(value)
    return isMatch(matched) ? matched.found.id : unfit.noOption(value, attribute, matched.missing)
  }
  if (field.type === 'multipicklist') {
    return (cell) => (cell.includes(';') ? unfit.notA('a single option', attribute.label) : read(cell))
  }
  for (const { value } of field.picklistValues) known.set(value, read(value))
  return (cell) => known.get(cell) ?? read(cell)
}

function optionsReader(attribute: Attribute, field: SalesforceField, options: readonly OptionPair[]): CellReader {
  const match = optionMatcher(attribute, field, options)
  const several = field.type === 'multipicklist'
  return (cell) => {
    const found = new Set<string>()
    for (const value of several ? cell.split(';') : [cell]) {
      const matched = match(value)
      if (!isMatch(matched)) return unfit.noOption(value, attribute, matched.missing)
      found.add(matched.found.id)
    }
    return [...found]
  }
}
