import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import type { Way } from '../effective-direction.ts'
import { attributeLimits, fieldLimits, type NumberLimits } from '../values/number-limits.ts'
import { referenceConvertibility } from './reference-convertibility.ts'
import { type Convertibility, exactly, lossy } from './type-cells.ts'
import { convertibility } from './type-table.ts'

/**
 * What the type table says about these two, refined by what the fields themselves tell: targets, rich text, lengths, digits and
 * controlling fields. A limit that is not known warns of nothing.
 */
export function fieldConvertibility(attribute: Attribute, field: SalesforceField, way: Way): Convertibility {
  const byType = convertibility(field.type, attribute.type, way)
  if (byType.level === 'no') return byType
  if (field.type === 'reference') return referenceConvertibility(attribute, field, way) ?? refined(byType, attribute, field, way)
  if (byType.level === 'lossy' && !fitsAfterAll(attribute, field, way)) return byType
  return refined(byType.level === 'lossy' ? exactly : byType, attribute, field, way)
}

function refined(byType: Convertibility, attribute: Attribute, field: SalesforceField, way: Way): Convertibility {
  const sentence =
    (field.htmlFormatted && richTextSentence(way)) ||
    lengthSentence(attribute, field, way) ||
    digitsSentence(attribute, field, way) ||
    (way === 'push' && dependentSentence(attribute, field))
  return sentence ? lossy(sentence) : byType
}

/** Numbers without a fraction fit a whole-number field, and long texts with a limit fit a text field that holds as much. */
function fitsAfterAll({ type, scale, maxLength }: Attribute, field: SalesforceField, way: Way): boolean {
  if (way === 'pull') return false
  if (type === 'number' || type === 'percent') return scale === 0 && (field.type === 'int' || field.type === 'long')
  return type === 'long_text' && maxLength !== undefined && field.type === 'string' && maxLength <= field.length
}

/** Of a plain text area; a long one holds up to 131,072 characters. */
const shortTextArea = 255

function lengthSentence({ type, maxLength }: Attribute, { length }: SalesforceField, way: Way): string | null {
  if (length === 0) return null
  if (maxLength === undefined) {
    return way === 'push' && type === 'long_text' && length <= shortTextArea ? longer(length) : null
  }
  const [from, into] = way === 'pull' ? [length, maxLength] : [maxLength, length]
  return from > into ? longer(into) : null
}

function longer(limit: number): string {
  return `Texts longer than ${limit} characters are skipped.`
}

const numberTypes = new Set<string>(['number', 'percent', 'currency'])

function digitsSentence(attribute: Attribute, field: SalesforceField, way: Way): string | null {
  if (!numberTypes.has(attribute.type)) return null
  const inPryzm = attributeLimits(attribute)
  const inSalesforce = fieldLimits(field)
  return way === 'pull' ? excess(inSalesforce, inPryzm) : excess(inPryzm, inSalesforce)
}

function excess(from: NumberLimits, into: NumberLimits): string | null {
  if (exceeds(from.fraction, into.fraction)) {
    return into.fraction === 0
      ? 'Numbers with a fraction are skipped.'
      : `Numbers with more than ${into.fraction} decimal places are skipped.`
  }
  return exceeds(from.whole, into.whole) ? `Numbers with more than ${into.whole} digits before the point are skipped.` : null
}

function exceeds(from: number | undefined, into: number | undefined): boolean {
  return from !== undefined && into !== undefined && from > into
}

function richTextSentence(way: Way): string {
  return way === 'pull'
    ? 'Rich text arrives with its HTML codes and is shown as plain text; its formatting is left behind.'
    : 'Salesforce reads the text as HTML, so line breaks and angle brackets can look different there.'
}

const optionTypes = new Set<string>(['select', 'multi_select', 'stage'])

/** Salesforce's pages mind the controlling field, its API does not, save for some orgs; a describe cannot tell which. */
function dependentSentence(attribute: Attribute, { dependentPicklist, controllerName }: SalesforceField): string | null {
  if (!dependentPicklist || controllerName === null || !optionTypes.has(attribute.type)) return null
  return `Values are sent whatever ${controllerName} holds, which decides in Salesforce which ones are offered; one that does not go with it may be refused.`
}
