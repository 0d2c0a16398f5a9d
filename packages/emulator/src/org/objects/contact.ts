import { addressFields, auditFields, descriptionField, isDeletedField, ownerField, phone, viewedFields } from './common-fields.ts'
import { field, idField, lookup, picklist, text } from './field.ts'
import { recordObject } from './object-type.ts'
import { cleanStatuses, leadSources, salutations } from './picklists.ts'

const partOfName = { compoundFieldName: 'Name', extraTypeInfo: 'personname' }

export const contact = recordObject({
  name: 'Contact',
  label: 'Contact',
  labelPlural: 'Contacts',
  keyPrefix: '003',
  mergeable: true,
  fields: [
    idField('Contact'),
    isDeletedField,
    lookup('MasterRecordId', 'Contact', 'MasterRecord', 'NFSG'),
    lookup('AccountId', 'Account', 'Account', 'CUNFSGM'),
    text('LastName', 80, 'CUFSG', partOfName),
    text('FirstName', 40, 'CUNFSG', partOfName),
    picklist('Salutation', salutations, 'CUNFSG', { length: 40, ...partOfName }),
    text('Name', 121, 'FSG', { label: 'Full Name', extraTypeInfo: 'personname', nameField: true }),
    ...addressFields('Other'),
    ...addressFields('Mailing'),
    phone('Phone', 'CUNFSGM', { label: 'Business Phone' }),
    phone('Fax', 'CUNFSGM', { label: 'Business Fax' }),
    phone('MobilePhone', 'CUNFSGM'),
    phone('HomePhone', 'CUNFSGM'),
    phone('OtherPhone', 'CUNFSGM'),
    phone('AssistantPhone', 'CUNFSGM', { label: 'Asst. Phone' }),
    lookup('ReportsToId', 'Contact', 'ReportsTo', 'CUNFSGM'),
    field('Email', 'email', 'CUNIFSGM', { length: 80 }),
    text('Title', 128, 'CUNFSGM'),
    text('Department', 80, 'CUNFSGM'),
    text('AssistantName', 40, 'CUNFSGM', { label: "Assistant's Name" }),
    picklist('LeadSource', leadSources, 'CUNFSGM'),
    field('Birthdate', 'date', 'CUNFSGM'),
    descriptionField('Contact Description'),
    ownerField,
    ...auditFields,
    field('LastActivityDate', 'date', 'NFSG', { label: 'Last Activity' }),
    field('LastCURequestDate', 'datetime', 'NFS', { label: 'Last Stay-in-Touch Request Date' }),
    field('LastCUUpdateDate', 'datetime', 'NFS', { label: 'Last Stay-in-Touch Save Date' }),
    ...viewedFields,
    text('EmailBouncedReason', 255, 'CUNFSG'),
    field('EmailBouncedDate', 'datetime', 'CUNFS'),
    field('IsEmailBounced', 'boolean', 'DFSG'),
    field('PhotoUrl', 'url', 'NFSG', { length: 255, label: 'Photo URL', extraTypeInfo: 'imageurl' }),
    text('Jigsaw', 20, 'CUNFSGM', { label: 'Data.com Key' }),
    text('JigsawContactId', 20, 'NFSG', { relationshipName: 'JigsawContact' }),
    picklist('CleanStatus', cleanStatuses, 'CUNRFSGM', { length: 40 }),
    lookup('IndividualId', 'Individual', 'Individual', 'CUNFSG'),
  ],
})
