import { auditFields } from './common-fields.ts'
import { field, idField, lookup, text } from './field.ts'
import { settingObject } from './object-type.ts'

/** A custom field as the Tooling API lists it. */
export const customField = settingObject({
  name: 'CustomField',
  label: 'Custom Field',
  labelPlural: 'Custom Fields',
  keyPrefix: '00N',
  tooling: true,
  createable: true,
  deletable: true,
  fields: [
    idField('Custom Field'),
    text('TableEnumOrId', 40, 'FSG'),
    text('DeveloperName', 40, 'FSG', { nameField: true }),
    text('NamespacePrefix', 15, 'NFSG'),
    text('FullName', 255, 'CN'),
    text('InlineHelpText', 510, 'N'),
    ...auditFields,
  ],
})

/** A managed package that is installed in the org. */
export const installedPackage = settingObject({
  name: 'InstalledSubscriberPackage',
  label: 'Installed Subscriber Package',
  labelPlural: 'Installed Subscriber Packages',
  keyPrefix: '0A3',
  tooling: true,
  fields: [
    idField('Installed Subscriber Package'),
    lookup('SubscriberPackageId', 'SubscriberPackage', 'SubscriberPackage', 'FSG'),
    lookup('SubscriberPackageVersionId', 'SubscriberPackageVersion', 'SubscriberPackageVersion', 'FSG'),
    field('MinPackageVersionId', 'string', 'NF', { length: 18 }),
  ],
})

/** The name and namespace of a package that is installed in the org. */
export const subscriberPackage = settingObject({
  name: 'SubscriberPackage',
  label: 'Subscriber Package',
  labelPlural: 'Subscriber Packages',
  keyPrefix: '033',
  tooling: true,
  fields: [
    idField('Subscriber Package'),
    text('Name', 255, 'FSG', { nameField: true }),
    text('NamespacePrefix', 15, 'NFSG'),
    text('Description', 255, 'N'),
  ],
})
