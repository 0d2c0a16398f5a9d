import type { OptionPair } from '../../contract/mapping.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { AttributeValue } from '../../contract/shared.ts'
import { jsonNumber, normalDecimal } from '../values/decimal.ts'
import { calendarDate, utcInstant } from '../values/instant.ts'
import { fittingText } from '../values/fitting-text.ts'
import { fieldLimits, outsideLimits } from '../values/number-limits.ts'
import { isMatch } from '../options/match.ts'
import { mappedValues, optionMatcher, valueMatcher } from '../options/option-match.ts'
import { picklistFinder } from '../options/picklist-finder.ts'
import { unfit } from '../values/skip-sentences.ts'
import { booleanOf, looksLikeEmail, timeOfDay } from '../values/text-shape.ts'
import { Unfit } from '../values/unfit.ts'
import { isOptions } from '../values/value-shape.ts'

/** What one field of a write holds; numbers that a double would change travel as text. */
type FieldValue = string | number | boolean

/** Writes one value that is not blank. */
export type ValueWriter = (value: AttributeValue) => FieldValue | Unfit

/** Compiles how values of an attribute become the value of one field; addresses and lookups are written elsewhere. */
export function valueWriter(attribute: Attribute, field: SalesforceField, options: readonly OptionPair[]): ValueWriter {
  if (attribute.type === 'multi_select') return optionsWriter(attribute, field, options)
  if (attribute.type === 'boolean') {
    const fitting = field.type === 'boolean' ? null : fieldText(field)
    return (value) => (typeof value !== 'boolean' ? unfit.shape(attribute) : fitting ? fitting(String(value)) : value)
  }
  const write = textWriter(attribute, field, options)
  return (value) => (typeof value === 'string' ? write(value.trim()) : unfit.shape(attribute))
}

type TextWriter = (text: string) => FieldValue | Unfit

/** For values that are text in Pryzm's shapes: everything but yes/no, option sets, amounts, addresses and lookups. */
function textWriter(attribute: Attribute, field: SalesforceField, options: readonly OptionPair[]): TextWriter {
  if (attribute.type === 'select' || attribute.type === 'stage') return optionWriter(attribute, field, options)
  switch (field.type) {
    case 'int':
    case 'long':
    case 'double':
    case 'percent':
    case 'currency':
      return numberWriter(field)
    case 'boolean':
      return (text) => booleanOf(text) ?? unfit.notA('true or false', field.label)
    case 'date':
      return dateWriter(field)
    case 'datetime':
      return instantWriter(field)
    case 'time':
      return (text) => timeOfDay(text) ?? unfit.notA('a time such as 13:30:00', field.label)
    case 'email':
      return emailWriter(field)
    case 'picklist':
      return picklistTextWriter(field)
    case 'multipicklist':
      return multipicklistTextWriter(field)
    default:
      return plainTextWriter(attribute, field)
  }
}

/** Also for the amount of a currency; a text field takes the digits as text. */
export function numberWriter(field: SalesforceField): TextWriter {
  const limits = fieldLimits(field)
  const fitting = isTextField(field) ? fieldText(field) : null
  return (text) => {
    const decimal = normalDecimal(text)
    if (decimal === null) return unfit.notA('a number', field.label)
    return fitting ? fitting(decimal) : (outsideLimits(decimal, limits) ?? jsonNumber(decimal))
  }
}

function plainTextWriter(attribute: Attribute, field: SalesforceField): TextWriter {
  const fitting = fieldText(field)
  switch (attribute.type) {
    case 'number':
    case 'percent':
      return numberWriter(field)
    case 'date':
      return (text) => (calendarDate(text) === null ? unfit.notA('a date such as 2026-03-31', field.label) : fitting(text))
    case 'datetime':
      return (text) => {
        const instant = utcInstant(text)
        return instant === null ? unfit.notA('a date and time with a zone', field.label) : fitting(instant)
      }
    default:
      return fitting
  }
}

function isTextField({ type }: SalesforceField): boolean {
  return type === 'string' || type === 'textarea'
}

/** Takes text that the field is long enough for; a length of 0 is none. */
export function fieldText({ label, length }: SalesforceField): (text: string) => string | Unfit {
  return fittingText(label, length > 0 ? length : undefined)
}

function emailWriter(field: SalesforceField): TextWriter {
  const fitting = fieldText(field)
  return (text) => (looksLikeEmail(text) ? fitting(text) : unfit.notA('an email address', field.label))
}

const salesforceYears = 'dates from 1700-12-31 to 4000-12-31'

function isSalesforceDate(text: string): boolean {
  return text >= '1700-12-31' && text < '4001'
}

function dateWriter(field: SalesforceField): TextWriter {
  return (text) => {
    const date = calendarDate(text)
    if (date === null) return unfit.notA('a date such as 2026-03-31', field.label)
    return isSalesforceDate(date) ? date : unfit.outOfRange(field.label, salesforceYears)
  }
}

function instantWriter(field: SalesforceField): TextWriter {
  return (text) => {
    const instant = utcInstant(text)
    if (instant === null) return unfit.notA('a date and time with a zone', field.label)
    return isSalesforceDate(instant) ? instant : unfit.outOfRange(field.label, salesforceYears)
  }
}

function optionWriter(attribute: Attribute, field: SalesforceField, options: readonly OptionPair[]): TextWriter {
  if (isTextField(field)) return optionLabelWriter(attribute, field, options)
  const match = valueMatcher(attribute, field, options)
  const labels = optionLabels(attribute)
  return (option) => {
    const matched = match(option)
    return isMatch(matched) ? matched.found.value : unfit.noValue(labels.get(option) ?? option, field, matched.missing)
  }
}

/** A text field takes the value that the option map names, else the option's label, if that leads back to the option. */
function optionLabelWriter(attribute: Attribute, field: SalesforceField, pairs: readonly OptionPair[]): TextWriter {
  const labels = optionLabels(attribute)
  const mapped = mappedValues(pairs, 'push')
  const optionOf = optionMatcher(attribute, field, pairs)
  const fitting = fieldText(field)
  return (option) => {
    const values = mapped.get(option)
    if (values && values.size > 1) return unfit.noValue(labels.get(option) ?? option, field, 'several')
    const text = [...(values ?? [])][0] || labels.get(option)?.trim()
    if (!text) return unfit.noValue(option, field, 'none')
    if (values) return fitting(text)
    const back = optionOf(text)
    return isMatch(back) && back.found.id.trim() === option ? fitting(text) : unfit.noValue(text, field, 'taken')
  }
}

function optionLabels(attribute: Attribute): Map<string, string> {
  return new Map((attribute.options ?? []).map(({ id, label }) => [id.trim(), label]))
}

function optionsWriter(attribute: Attribute, field: SalesforceField, pairs: readonly OptionPair[]): ValueWriter {
  const write = optionWriter(attribute, field, pairs)
  return (value) => {
    if (!isOptions(value)) return unfit.shape(attribute)
    const chosen = new Set(value.map((option) => option.trim()).filter((option) => option !== ''))
    if (field.type === 'picklist' && chosen.size > 1) return unfit.notA('a single option', field.label)
    const values = new Set<FieldValue>()
    for (const option of chosen) {
      const written = write(option)
      if (written instanceof Unfit) return written
      values.add(written)
    }
    return [...values].join(';')
  }
}

/** Text into a picklist has to be one of its values, or the label of just one. */
function picklistTextWriter(field: SalesforceField): TextWriter {
  const find = picklistFinder(field)
  return (text) => {
    const matched = find.byName(text, text)
    return isMatch(matched) ? matched.found.value : unfit.noValue(text, field, matched.missing)
  }
}

function multipicklistTextWriter(field: SalesforceField): TextWriter {
  const write = picklistTextWriter(field)
  return (text) => {
    const values = new Set<FieldValue>()
    for (const part of text.split(';')) {
      const written = write(part.trim())
      if (written instanceof Unfit) return written
      values.add(written)
    }
    return [...values].join(';')
  }
}
