import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import {
  callbackUrl,
  readAuthorizationRequest,
  refuseRequest,
  UntrustedRequest,
  type AuthorizationRequest,
} from '../oauth/authorization-request.ts'
import { BrowserLogins } from '../oauth/browser-logins.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { consentPage, loginPage, oauthErrorPage } from '../pages/sign-in-pages.ts'
import type { App } from './app.ts'

const WRONG_LOGIN = "Please check your username and password. If you still can't log in, contact your Salesforce administrator."

/** The pages on which a person signs in and lets an app in. */
export function registerOAuthAuthorize(app: App, org: Org): void {
  const logins = new BrowserLogins()
  const cookieName = () => `salesforce_emulator_${new URL(org.url).port}`

  app.get('/services/oauth2/authorize', (c) =>
    withRequest(c, org, new URL(c.req.url).searchParams, (request) => {
      const refused = refuseRequest(org.settings.app, request)
      if (refused) return c.redirect(callbackUrl(request, { error: refused.error, error_description: refused.description }))
      const userId = logins.userOf(getCookie(c, cookieName()))
      const user = userId === undefined ? undefined : org.user(userId)
      if (!user || request.prompts.includes('login')) return c.html(loginPage(org, request))
      return askConsent(c, org, request, user)
    }),
  )

  app.post('/services/oauth2/authorize/login', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    return withRequest(c, org, new URLSearchParams(form.get('request') ?? ''), (request) => {
      const [user] = org.table('User').find('Username', form.get('username')?.trim() ?? '')
      if (!user || user.IsActive !== true || !form.get('password')) return c.html(loginPage(org, request, WRONG_LOGIN), 401)
      setCookie(c, cookieName(), logins.signIn(String(user.Id)), { httpOnly: true, sameSite: 'Lax', path: '/' })
      return askConsent(c, org, request, user)
    })
  })

  app.post('/services/oauth2/authorize/logout', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    setCookie(c, cookieName(), '', { path: '/', maxAge: 0 })
    return withRequest(c, org, new URLSearchParams(form.get('request') ?? ''), (request) => c.html(loginPage(org, request)))
  })

  app.post('/services/oauth2/authorize/decision', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    return withRequest(c, org, new URLSearchParams(form.get('request') ?? ''), (request) => {
      const userId = logins.userOf(getCookie(c, cookieName()))
      if (userId === undefined) return c.html(loginPage(org, request, 'Your session has ended. Please log in again.'), 401)
      return form.get('decision') === 'allow' ? letIn(c, org, request, userId) : c.redirect(denied(request))
    })
  })

  app.get('/setup/secur/RemoteAccessErrorPage.apexp', (c) =>
    c.html(
      oauthErrorPage('OAUTH_APPROVAL_ERROR_GENERIC', 'An unexpected error has occured during authentication. Please try again.'),
      400,
    ),
  )
}

function withRequest(
  c: Context,
  org: Org,
  query: URLSearchParams,
  answer: (request: AuthorizationRequest) => Response | Promise<Response>,
): Response | Promise<Response> {
  try {
    return answer(readAuthorizationRequest(org.settings.app, query))
  } catch (error) {
    if (error instanceof UntrustedRequest) return c.html(oauthErrorPage(error.code, error.message), 400)
    throw error
  }
}

/** Asks the user to let the app in, unless that was answered before or the app is not installed. */
function askConsent(c: Context, org: Org, request: AuthorizationRequest, user: Row): Response | Promise<Response> {
  const userId = String(user.Id)
  const approvedBefore = org.sessions.hasApproved(userId, request.clientId)
  const mayApprove = approvedBefore || org.access.has(user, 'ApproveUninstalledApps')
  const { state } = org.settings.app
  if (state === 'not_installed' && !mayApprove) {
    return c.redirect(
      '/setup/secur/RemoteAccessErrorPage.apexp?error=invalid_client&error_description=app+must+be+installed+into+org',
    )
  }
  if (state === 'external_client_app_not_installed' && !mayApprove) {
    return c.html(oauthErrorPage('OAUTH_EC_APP_NOT_FOUND', 'External client app is not installed in this org'), 400)
  }
  const stillApproved = org.sessions.grants.some((grant) => grant.userId === userId && grant.clientId === request.clientId)
  if (stillApproved && !request.prompts.includes('consent')) return letIn(c, org, request, userId)
  return c.html(consentPage(org, request, user))
}

function letIn(c: Context, org: Org, request: AuthorizationRequest, userId: string): Response {
  const { clientId, redirectUri, scopes, challenge } = request
  const code = org.sessions.issueCode({ userId, clientId, redirectUri, scopes, challenge }, org.settings.codeMinutes)
  return c.redirect(callbackUrl(request, { code }))
}

function denied(request: AuthorizationRequest): string {
  return callbackUrl(request, { error: 'access_denied', error_description: 'end-user denied authorization' })
}
