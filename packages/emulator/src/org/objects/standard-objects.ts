import { account } from './account.ts'
import { contact } from './contact.ts'
import { loginHistory } from './login-history.ts'
import type { ObjectType } from './object-type.ts'
import { currencyType } from './currency-type.ts'
import { opportunityStage } from './opportunity-stage.ts'
import { opportunity } from './opportunity.ts'
import { organization } from './organization.ts'
import { fieldPermissions, objectPermissions, permissionSet, permissionSetAssignment } from './permission-set.ts'
import { businessProcess, recordType } from './record-type.ts'
import { customField, installedPackage, subscriberPackage } from './tooling-objects.ts'
import { profile, user } from './user.ts'

/** Every object an emulated org has. */
export const standardObjects: readonly ObjectType[] = [
  account,
  contact,
  opportunity,
  opportunityStage,
  recordType,
  businessProcess,
  currencyType,
  organization,
  user,
  profile,
  loginHistory,
  permissionSet,
  objectPermissions,
  fieldPermissions,
  permissionSetAssignment,
  customField,
  installedPackage,
  subscriberPackage,
]
