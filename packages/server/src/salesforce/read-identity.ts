import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { OrgIdentity } from '../engine/ports/index.ts'
import { queryRows, type Row, textOf } from './query-rows.ts'
import type { Session } from './session.ts'
import { buildQuery, textLiteral } from './soql.ts'

const organizationColumns = ['Id', 'Name', 'OrganizationType', 'IsSandbox', 'TrialExpirationDate']

/** Who signed in, and to which org. The identity URL itself is not called: it may be on another host. */
export async function readIdentity(session: Session, identityUrl: string): Promise<OrgIdentity> {
  const userId = identityUrl.split('/').at(-1) ?? ''
  const [organizations, users] = await Promise.all([
    queryRows(session, buildQuery({ object: 'Organization', columns: organizationColumns })),
    queryRows(session, buildQuery({ object: 'User', columns: ['Id', 'Username'], where: [`Id = ${textLiteral(userId)}`] })),
  ])
  const organization = organizations[0]
  const user = users[0]
  if (organization === undefined || user === undefined) {
    throw new SyncError('salesforce_refused', 'Salesforce does not tell which org and which user signed in. Connect again.', {
      details: { reason: 'sign_in_failed' },
    })
  }
  return {
    orgId: textOf(organization, 'Id'),
    name: textOf(organization, 'Name'),
    edition: textOf(organization, 'OrganizationType'),
    kind: orgKind(organization),
    userId: textOf(user, 'Id'),
    username: textOf(user, 'Username'),
  }
}

/** A scratch org is a sandbox that expires; a production trial expires too, but is none. */
function orgKind(organization: Row): OrgIdentity['kind'] {
  if (organization['IsSandbox'] !== true) return 'production'
  return organization['TrialExpirationDate'] === null ? 'sandbox' : 'scratch'
}
