import { type Attribute, AttributeType, type RecordTypeSchema } from '../../src/contract/schema.ts'
import type { SalesforceObject } from '../../src/contract/shared.ts'
import { attribute } from '../one-pair.ts'

/** What a person would choose for one attribute. */
export interface Choice {
  attribute: Attribute
  /** The fields that are right; empty where nothing is. */
  right: readonly string[]
  /** True where some would leave it unmapped. */
  optional: boolean
}

const recordTypes = { Account: 'organization', Contact: 'person', Opportunity: 'pipeline:sales' } as const

/** Reads lines of name, label, type and chosen field. */
export function readChoices(table: string): Choice[] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(choiceOfLine)
}

export function schemaOf(object: SalesforceObject, choices: readonly Choice[]): RecordTypeSchema {
  return {
    recordType: recordTypes[object],
    label: object,
    labelPlural: object,
    attributes: choices.map((choice) => choice.attribute),
  }
}

function choiceOfLine(line: string): Choice {
  const [name = '', label = '', typeAndTarget = '', chosen = '-'] = line.split('|').map((cell) => cell.trim())
  const [typeName, detail = ''] = typeAndTarget.split(' ')
  const type = AttributeType.parse(typeName)
  return {
    attribute: attribute(name, type, {
      label,
      ...((type === 'select' || type === 'multi_select' || type === 'stage') && { options: [{ id: 'other', label: 'Other' }] }),
      ...(type === 'relation' && { relatedRecordType: detail === 'person' ? 'person' : 'organization' }),
      ...(/^\d+$/.test(detail) && { maxLength: Number(detail) }),
      ...(detail.startsWith('.') && { scale: Number(detail.slice(1)) }),
    }),
    right: chosen === '-' ? [] : chosen.replace('?', '').split(' or '),
    optional: chosen.startsWith('?'),
  }
}
