import { writeRefusal } from '../../wire/salesforce-error.ts'
import type { CustomFieldMetadata } from '../custom-field-metadata.ts'
import type { Field } from '../objects/field.ts'

/** Takes over what a roll-up summary tells of which records. */
export function summaryDetails(metadata: CustomFieldMetadata): Partial<Field> {
  const { summaryForeignKey = '', summaryOperation: operation = 'count', summarizedField, summaryFilterItems = [] } = metadata
  const [object = '', lookup = ''] = summaryForeignKey.split('.')
  if (operation !== 'count' && summarizedField === undefined) {
    throw writeRefusal('FIELD_INTEGRITY_EXCEPTION', "Must specify 'summarizedField' for a CustomField of type Summary")
  }
  return {
    precision: 18,
    scale: 0,
    summary: {
      operation,
      object,
      lookup,
      field: operation === 'count' ? null : nameIn(summarizedField ?? ''),
      filters: summaryFilterItems.map(({ field, operation: test, value = '' }) => ({
        field: nameIn(field),
        operation: test,
        value,
      })),
    },
  }
}

/** `Amount` of `Opportunity.Amount`. */
function nameIn(path: string): string {
  return path.split('.').at(-1) ?? ''
}
