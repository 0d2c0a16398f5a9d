import type { Orgs } from '../engine/ports/index.ts'
import { createOAuth, type OAuthApp } from './oauth.ts'
import { openOrg } from './open-org.ts'
import { defaultPatience, type Patience } from './patience.ts'

export interface OrgsOptions extends OAuthApp {
  /** Salesforce API version that every call uses; `66.0` (Spring '26) unless told otherwise. */
  apiVersion?: string
  /** Time-outs and repetitions; the defaults suit production. */
  patience?: Partial<Patience>
}

/** The door to Salesforce over jsforce: signing in, and orgs to talk to. */
export function createOrgs(options: OrgsOptions): Orgs {
  const { apiVersion = '66.0' } = options
  const patience = { ...defaultPatience, ...options.patience }
  return {
    ...createOAuth(options, patience),
    open: (access) => openOrg(access, { apiVersion, patience }),
  }
}
