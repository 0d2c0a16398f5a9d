import { createHash } from 'node:crypto'
import { OAuth2, type TokenResponse } from 'jsforce'
import { SyncError } from '@pryzm/salesforce-sdk/contract'
import { type Orgs, Secret } from '../engine/ports/index.ts'
import { asSyncError } from './errors.ts'
import { refreshError, signInError } from './oauth-errors.ts'
import type { Patience } from './patience.ts'
import { usePatientTransport } from './transport.ts'
import { Unanswered } from './unanswered.ts'

export interface OAuthApp {
  clientId: string
  /** Absent for a public client, which must not send one. */
  clientSecret?: Secret
  /** Exactly as registered with the app. */
  redirectUri: string
}

/** The sign-in half of `Orgs`: OAuth 2.0 web-server flow with PKCE. */
export function createOAuth(
  app: OAuthApp,
  patience: Patience,
): Pick<Orgs, 'authorizeUrl' | 'exchangeCode' | 'refresh' | 'revoke'> {
  function clientAt(loginUrl: string): OAuth2 {
    const { clientId, clientSecret, redirectUri } = app
    const client = new OAuth2({ loginUrl, clientId, redirectUri, ...(clientSecret && { clientSecret: clientSecret.reveal() }) })
    usePatientTransport(client, patience)
    return client
  }

  return {
    authorizeUrl({ loginUrl, state, codeVerifier }) {
      return clientAt(loginUrl).getAuthorizationUrl({
        scope: 'api refresh_token offline_access',
        state,
        code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
        code_challenge_method: 'S256',
      })
    },

    async exchangeCode({ loginUrl, code, codeVerifier }) {
      const answer = await clientAt(loginUrl)
        .requestToken(code, { code_verifier: codeVerifier })
        .catch((error: unknown) => {
          throw signInError(error)
        })
      return { ...tokensIn(answer), identityUrl: answer.id, scopes: (answer.scope ?? '').split(' ').filter(Boolean) }
    },

    async refresh({ loginUrl, refreshToken }) {
      const answer = await clientAt(loginUrl)
        .refreshToken(refreshToken.reveal())
        .catch((error: unknown) => {
          throw refreshError(error)
        })
      return tokensIn(answer)
    },

    async revoke({ loginUrl, token }) {
      try {
        await clientAt(loginUrl).revokeToken(token.reveal())
      } catch (error) {
        // A token that is dead already is what was asked for.
        if (!(error instanceof Error) || !error.message.includes('invalid_token')) throw revokeError(error)
      }
    },
  }
}

function tokensIn(answer: Partial<TokenResponse> | undefined) {
  if (!answer?.access_token || !answer.instance_url) {
    throw new SyncError('salesforce_busy', 'Salesforce answered the sign-in without a token. Try again in a little while.')
  }
  return {
    accessToken: new Secret(answer.access_token),
    refreshToken: answer.refresh_token ? new Secret(answer.refresh_token) : null,
    instanceUrl: answer.instance_url.replace(/\/+$/, ''),
  }
}

function revokeError(error: unknown): SyncError {
  if (error instanceof Unanswered) return asSyncError(error)
  return new SyncError(
    'salesforce_refused',
    'Salesforce did not revoke the access. Revoke it in Salesforce Setup → Connected Apps OAuth Usage.',
    {
      details: { reason: 'revoke_failed' },
      cause: error,
    },
  )
}
