import type { SalesforceObject } from '@pryzm/salesforce-sdk/contract'
import type { OpenOrg } from './open-org.ts'
import type { DescribeKey } from './ports/index.ts'

/** Where the describe of an object of an open org is kept. */
export function describeKey({ connection, info }: OpenOrg, object: SalesforceObject): DescribeKey {
  return { workspace: connection.workspace, orgId: info.id, object }
}
