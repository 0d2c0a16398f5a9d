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
import { checkLogin } from '../oauth/check-login.ts'
import { hintFor } from '../oauth/error-hints.ts'
import type { Org } from '../org/org.ts'
import { recordLogin } from '../org/record-login.ts'
import type { Row } from '../org/table.ts'
import { consentPage, loginPage, oauthErrorPage } from '../pages/sign-in-pages.ts'
import type { App } from './app.ts'

const SESSION_ENDED = 'Your session has ended. Please log in again.'
const NOT_INSTALLED =
  '/setup/secur/RemoteAccessErrorPage.apexp?error=invalid_client&error_description=app+must+be+installed+into+org'

type Answer = Response | Promise<Response>

/** The pages on which a person signs in and lets an app in. */
export function registerOAuthAuthorize(app: App, org: Org): void {
  const logins = new BrowserLogins()
  const cookieName = () => `salesforce_emulator_${new URL(org.url).port}`
  const signedIn = (c: Context): Row | undefined => {
    const userId = logins.userOf(getCookie(c, cookieName()))
    const user = userId === undefined ? undefined : org.user(userId)
    return user?.IsActive === true ? user : undefined
  }

  app.get('/services/oauth2/authorize', (c) =>
    withRequest(c, org, new URL(c.req.url).searchParams, (request) => {
      const user = signedIn(c)
      const asksWho = request.prompts.includes('login') || request.prompts.includes('select_account')
      return user && !asksWho ? askConsent(c, org, request, user) : c.html(loginPage(org, request))
    }),
  )

  app.post('/services/oauth2/authorize/login', (c) =>
    withForm(c, org, (request, form) => {
      const username = form.get('username')?.trim() ?? ''
      const { user, failure } = checkLogin(org, username, form.get('password') ?? '')
      if (user) {
        const status = failure?.status ?? 'Success'
        recordLogin(org, { userId: String(user.Id), loginType: 'Application', application: 'Browser', status })
      }
      if (failure) return c.html(loginPage(org, { ...request, loginHint: username }, failure), 401)
      setCookie(c, cookieName(), logins.signIn(String(user.Id)), { httpOnly: true, sameSite: 'Lax', path: '/' })
      return askConsent(c, org, request, user)
    }),
  )

  app.post('/services/oauth2/authorize/logout', (c) => {
    setCookie(c, cookieName(), '', { path: '/', maxAge: 0 })
    return withForm(c, org, (request) => c.html(loginPage(org, request)))
  })

  app.post('/services/oauth2/authorize/decision', (c) =>
    withForm(c, org, (request, form) => {
      const user = signedIn(c)
      if (!user) return c.html(loginPage(org, request, { message: SESSION_ENDED }), 401)
      if (form.get('decision') === 'allow') return keptOut(c, org, request, user) ?? letIn(c, org, request, user)
      return c.redirect(callbackUrl(request, { error: 'access_denied', error_description: 'end-user denied authorization' }))
    }),
  )

  app.get('/setup/secur/RemoteAccessErrorPage.apexp', (c) => {
    const message = 'An unexpected error has occured during authentication. Please try again.'
    return errorPage(c, org, 'OAUTH_APPROVAL_ERROR_GENERIC', message)
  })
}

/** Answers a request that can be trusted and granted; any other gets its error, on a page or at the app. */
function withRequest(c: Context, org: Org, query: URLSearchParams, answer: (request: AuthorizationRequest) => Answer): Answer {
  try {
    const request = readAuthorizationRequest(org.settings.app, query)
    const refused = refuseRequest(org.settings.app, request)
    if (refused) return c.redirect(callbackUrl(request, { error: refused.error, error_description: refused.description }))
    return answer(request)
  } catch (error) {
    if (error instanceof UntrustedRequest) return errorPage(c, org, error.code, error.message)
    throw error
  }
}

/** The same for a form, which carries the request along. */
async function withForm(
  c: Context,
  org: Org,
  answer: (request: AuthorizationRequest, form: URLSearchParams) => Answer,
): Promise<Response> {
  const form = new URLSearchParams(await c.req.text())
  return withRequest(c, org, new URLSearchParams(form.get('request') ?? ''), (request) => answer(request, form))
}

/** Asks the user to let the app in, unless that was answered before or the app is not installed. */
function askConsent(c: Context, org: Org, request: AuthorizationRequest, user: Row): Answer {
  const out = keptOut(c, org, request, user)
  if (out) return out
  const stillApproved = org.sessions.grants.some((grant) => grant.userId === user.Id && grant.clientId === request.clientId)
  if (stillApproved && !request.prompts.includes('consent')) return letIn(c, org, request, user)
  return c.html(consentPage(org, request, user))
}

/** Where the browser stays when the app is not installed and the user may not approve it all the same. */
function keptOut(c: Context, org: Org, request: AuthorizationRequest, user: Row): Answer | undefined {
  const approvedBefore = org.sessions.hasApproved(String(user.Id), request.clientId)
  if (approvedBefore || org.access.has(user, 'ApproveUninstalledApps')) return undefined
  const { state } = org.settings.app
  if (state === 'not_installed') return c.redirect(new URL(NOT_INSTALLED, c.req.url).href)
  if (state !== 'external_client_app_not_installed') return undefined
  return errorPage(c, org, 'OAUTH_EC_APP_NOT_FOUND', 'External client app is not installed in this org')
}

function letIn(c: Context, org: Org, request: AuthorizationRequest, user: Row): Response {
  const { clientId, redirectUri, scopes, challenge } = request
  const code = { userId: String(user.Id), clientId, redirectUri, scopes, challenge }
  return c.redirect(callbackUrl(request, { code: org.sessions.issueCode(code, org.settings.codeMinutes) }))
}

function errorPage(c: Context, org: Org, code: string, description: string): Answer {
  return c.html(oauthErrorPage(code, description, hintFor(code, org.settings.app)), 400)
}
