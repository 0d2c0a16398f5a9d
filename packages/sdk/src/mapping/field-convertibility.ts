import type { Attribute, SalesforceField } from '../contract/schema.ts'
import type { Way } from './effective-direction.ts'
import { type Convertibility, convertibility, exactly } from './type-table.ts'
import { objectOf, objectPairLabels } from './words.ts'

/** What the type table says about these two, refined by what the fields themselves tell: targets, rich text, lengths, decimals. */
export function fieldConvertibility(attribute: Attribute, field: SalesforceField, way: Way): Convertibility {
  const byType = convertibility(field.type, attribute.type, way)
  if (byType.level === 'no') return byType
  if (field.type === 'reference') return referenceConvertibility(attribute, field, way) ?? byType
  if (byType.level === 'lossy') return isWholeNumberTwin(attribute, field) ? exactly : byType
  const sentence =
    (field.htmlFormatted && richTextSentence(way)) ||
    lengthSentence(attribute, field, way) ||
    scaleSentence(attribute, field, way)
  return sentence ? { level: 'lossy', sentence } : byType
}

/** Numbers that Pryzm itself keeps without a fraction lose nothing in a whole-number field. */
function isWholeNumberTwin({ type, scale }: Attribute, field: SalesforceField): boolean {
  return type === 'number' && scale === 0 && (field.type === 'int' || field.type === 'long')
}

function lengthSentence({ maxLength }: Attribute, { length }: SalesforceField, way: Way): string | null {
  if (maxLength === undefined || length === 0) return null
  const [from, into] = way === 'pull' ? [length, maxLength] : [maxLength, length]
  return from > into ? `Texts longer than ${into} characters are skipped.` : null
}

function scaleSentence({ scale }: Attribute, field: SalesforceField, way: Way): string | null {
  if (scale === undefined || field.precision === 0) return null
  const [from, into] = way === 'pull' ? [field.scale, scale] : [scale, field.scale]
  if (from <= into) return null
  return into === 0 ? 'Numbers with a fraction are skipped.' : `Numbers with more than ${into} decimal places are skipped.`
}

function referenceConvertibility(attribute: Attribute, field: SalesforceField, way: Way): Convertibility | null {
  if (attribute.type === 'user') return userConvertibility(field, way)
  if (attribute.type !== 'relation') return null
  const target = attribute.relatedRecordType ? objectOf(attribute.relatedRecordType) : null
  if (target === null) return { level: 'no', sentence: `${attribute.label} does not say which records it points at.` }
  if (field.referenceTo.length === 1 && field.referenceTo[0] === target) return null
  const { pryzmPlural, salesforcePlural } = objectPairLabels[target]
  return {
    level: 'no',
    sentence: `${attribute.label} points at ${pryzmPlural} (${salesforcePlural}), but ${field.label} points at ${targets(field)}.`,
  }
}

function userConvertibility(field: SalesforceField, way: Way): Convertibility | null {
  if (field.referenceTo.length !== 1 || field.referenceTo[0] !== 'User') {
    return { level: 'no', sentence: `${field.label} does not point at users alone, but at ${targets(field)}.` }
  }
  if (way === 'pull' && field.relationshipName === null) {
    return { level: 'no', sentence: `Salesforce does not let us read the email address of the user in ${field.label}.` }
  }
  return null
}

function targets(field: SalesforceField): string {
  return field.referenceTo.length === 0 ? 'nothing we know' : field.referenceTo.join(', ')
}

function richTextSentence(way: Way): string {
  return way === 'pull'
    ? 'Rich text arrives with its HTML codes and is shown as plain text; its formatting is left behind.'
    : 'Salesforce reads the text as HTML, so line breaks and angle brackets can look different there.'
}
