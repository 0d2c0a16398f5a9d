import type { ObjectDescribe, SalesforceField, SalesforceObject } from '@pryzm/salesforce-sdk/contract'

/** Fields that Salesforce does not create a record without; an account's name is one whatever describe says. */
export function neededToCreate({ fields }: ObjectDescribe, object: SalesforceObject): SalesforceField[] {
  return fields.filter((field) => isNeeded(field) || (object === 'Account' && field.name === 'Name'))
}

function isNeeded({ createable, nillable, defaultedOnCreate }: SalesforceField): boolean {
  return createable && !nillable && !defaultedOnCreate
}
