import { createOrg, type CreateOrgOptions, type EmulatedOrg } from '@pryzm/salesforce-emulator'
import { createOrgs } from '../../../src/salesforce/create-orgs.ts'
import { type Grant, type Org, type Orgs, Secret } from '../../../src/engine/ports/index.ts'

export const app = {
  clientId: 'test-client',
  clientSecret: 'test-secret',
  redirectUri: 'http://app.test/connection/callback',
}
const codeVerifier = 'v'.repeat(64)
const patience = { pauseMs: 1, tries: 3 }

/** An org of its own for each test file, closed by `close`. */
export async function startOrg(options: CreateOrgOptions = {}): Promise<EmulatedOrg> {
  const { clientId, clientSecret, redirectUri } = app
  return createOrg({ ...options, app: { clientId, clientSecret, redirectUris: [redirectUri], ...options.app } })
}

export function orgsFor(options: { apiVersion?: string } = {}): Orgs {
  return createOrgs({ ...app, clientSecret: new Secret(app.clientSecret), patience, ...options })
}

/** Signs in as a person would, up to the tokens. */
export async function signIn(orgs: Orgs, emulated: EmulatedOrg, username?: string): Promise<Grant> {
  const loginUrl = emulated.url
  const landed = new URL(await emulated.admin.approve(orgs.authorizeUrl({ loginUrl, state: 's', codeVerifier }), username))
  return orgs.exchangeCode({ loginUrl, code: landed.searchParams.get('code') ?? '', codeVerifier })
}

/** A signed-in org; `renewals` counts how often a dead token was replaced. */
export async function connect(
  emulated: EmulatedOrg,
  username?: string,
): Promise<{ org: Org; grant: Grant; renewals: () => number }> {
  const orgs = orgsFor()
  const grant = await signIn(orgs, emulated, username)
  let { refreshToken } = grant
  let renewals = 0
  const org = orgs.open({
    instanceUrl: grant.instanceUrl,
    accessToken: grant.accessToken,
    async renew() {
      renewals += 1
      if (refreshToken === null) throw new Error('There is no refresh token.')
      const renewal = await orgs.refresh({ loginUrl: emulated.url, refreshToken })
      refreshToken = renewal.refreshToken ?? refreshToken
      return renewal
    },
  })
  return { org, grant, renewals: () => renewals }
}
