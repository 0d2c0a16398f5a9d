import { field, lookup, picklist, text, type Field } from './field.ts'
import { geocodeAccuracies } from './picklists.ts'

/** Who made and changed a record, and when. */
export const auditFields: Field[] = [
  field('CreatedDate', 'datetime', 'DFS'),
  lookup('CreatedById', 'User', 'CreatedBy', 'DFSG'),
  field('LastModifiedDate', 'datetime', 'DFS'),
  lookup('LastModifiedById', 'User', 'LastModifiedBy', 'DFSG'),
  field('SystemModstamp', 'datetime', 'DFS'),
]

export const isDeletedField = field('IsDeleted', 'boolean', 'DFSG', { label: 'Deleted' })
export const ownerField = lookup('OwnerId', 'User', 'Owner', 'CUDFSG')
export const descriptionField = (label: string) =>
  field('Description', 'textarea', 'CUNM', { length: 32000, label, extraTypeInfo: 'plaintextarea' })

/** A compound address, such as `Billing`, after its parts. */
export function addressFields(kind: string): Field[] {
  const part = { compoundFieldName: `${kind}Address` }
  return [
    field(`${kind}Street`, 'textarea', 'CUNFSGM', { length: 255, extraTypeInfo: 'plaintextarea', ...part }),
    text(`${kind}City`, 40, 'CUNFSGM', part),
    text(`${kind}State`, 80, 'CUNFSGM', { label: `${kind} State/Province`, ...part }),
    text(`${kind}PostalCode`, 20, 'CUNFSGM', { label: `${kind} Zip/Postal Code`, ...part }),
    text(`${kind}Country`, 80, 'CUNFSGM', part),
    field(`${kind}Latitude`, 'double', 'CUNFSM', { precision: 18, scale: 15, ...part }),
    field(`${kind}Longitude`, 'double', 'CUNFSM', { precision: 18, scale: 15, ...part }),
    picklist(`${kind}GeocodeAccuracy`, geocodeAccuracies, 'CUNRFSGM', { length: 40, ...part }),
    field(`${kind}Address`, 'address', 'NFM'),
  ]
}

export function phone(name: string, flags: string, details: Partial<Field> = {}): Field {
  return field(name, 'phone', flags, { length: 40, ...details })
}

export const viewedFields: Field[] = [field('LastViewedDate', 'datetime', 'NFS'), field('LastReferencedDate', 'datetime', 'NFS')]
