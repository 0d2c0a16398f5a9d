import type { CustomFieldMetadata } from '../custom-field-metadata.ts'
import type { Field } from '../objects/field.ts'

/** A lookup is followed by its own name with `__r`, and from the other side by the name the metadata gives. */
export function lookupDetails({ referenceTo = '', relationshipName }: CustomFieldMetadata, name: string): Partial<Field> {
  return {
    length: 18,
    referenceTo: [referenceTo],
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: relationshipName === undefined ? null : `${relationshipName.replace(/__r$/, '')}__r`,
  }
}
