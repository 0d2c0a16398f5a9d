import { storedInstant } from './clock.ts'
import type { OrgKind } from './settings.ts'
import type { Row } from './table.ts'

const THIRTY_DAYS_MS = 30 * 24 * 60 * 60 * 1000

/** The cells of Organization by which a client tells one kind of org from another. */
export function organizationOfKind(kind: OrgKind, now: Date): Row {
  const kinds: Readonly<Record<OrgKind, Row>> = {
    production: { OrganizationType: 'Enterprise Edition', IsSandbox: false, TrialExpirationDate: null },
    developer: { OrganizationType: 'Developer Edition', IsSandbox: false, TrialExpirationDate: null },
    sandbox: { OrganizationType: 'Enterprise Edition', IsSandbox: true, TrialExpirationDate: null },
    scratch: {
      OrganizationType: 'Developer Edition',
      IsSandbox: true,
      TrialExpirationDate: storedInstant(new Date(now.getTime() + THIRTY_DAYS_MS)),
    },
  }
  return kinds[kind]
}

/** Which kind an Organization row stands for, told as clients tell it. */
export function kindOf({ OrganizationType, IsSandbox, TrialExpirationDate }: Row): OrgKind {
  if (IsSandbox === true) return TrialExpirationDate == null ? 'sandbox' : 'scratch'
  return OrganizationType === 'Developer Edition' ? 'developer' : 'production'
}
