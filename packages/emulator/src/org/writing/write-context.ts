import { notFound, writeRefusal, type SalesforceError } from '../../wire/salesforce-error.ts'
import type { Org } from '../org.ts'
import type { Row } from '../table.ts'
import type { WriteContext } from './read-body.ts'

/** What a write to an object works with. Throws Salesforce's 404 for an object the user may not see. */
export function writeContext(org: Org, user: Row, objectName: string): WriteContext {
  const view = org.view(user, objectName)
  if (!view) throw notFound()
  return { org, user, view }
}

/** The refusal of a write that the user has no right to. */
export function noAccess({ settings }: Org): SalesforceError {
  return writeRefusal(
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'insufficient access rights on object id',
    [],
    settings.insufficientAccessStatus,
  )
}
