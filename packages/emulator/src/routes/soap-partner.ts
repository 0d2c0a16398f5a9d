import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import { refusal, SalesforceError } from '../wire/salesforce-error.ts'
import { answerXml, element, faultXml, readMessage, textOf, type SoapMessage } from '../wire/soap-xml.ts'
import type { App, AppEnv } from './app.ts'
import { authorizeRequest, type Caller } from './authorize-request.ts'
import { countCall } from './count-call.ts'
import { soapCalls } from './soap-calls.ts'

/** The Partner API: the calls of it that change records, and those that say who calls and what time it is. */
export function registerSoapPartner(app: App, org: Org): void {
  for (const path of ['/services/Soap/u/:version', '/services/Soap/u/:version/:organization']) {
    app.post(path, async (c) => {
      try {
        return xml(c, answer(org, c.req.param('version') ?? '', await c.req.text()), 200)
      } catch (error) {
        if (!(error instanceof SalesforceError)) throw error
        const [{ errorCode, message } = { errorCode: 'UNKNOWN_EXCEPTION', message: error.message }] = error.errors
        return xml(c, faultXml(errorCode, message), 500)
      }
    })
  }
}

function answer(org: Org, versionText: string, text: string): string {
  const version = readVersion(org, versionText)
  const message = readMessage(text)
  if (!message) throw refusal('SOAP_ENVELOPE_INVALID', 'The request is not a SOAP message with a call in its body')
  const caller = callerOf(org, message)
  const most = org.settings.dailyApiRequests
  if (org.usage.used >= most) throw refusal('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')
  countCall(org, caller)
  const call = soapCalls[message.call]
  if (!call) {
    const what = `The org emulator does not support the SOAP call ${message.call}. A real Salesforce org may.`
    throw refusal('EMULATOR_LIMIT', what)
  }
  return answerXml(message.call, call({ org, user: caller.user, version }, message), { used: org.usage.used, most })
}

function callerOf(org: Org, { headers }: SoapMessage): Caller {
  const token = textOf(element(headers.SessionHeader).sessionId)
  try {
    return authorizeRequest(org, `Bearer ${token}`)
  } catch (error) {
    const code = error instanceof SalesforceError ? error.errors[0]?.errorCode : undefined
    if (code !== 'INVALID_SESSION_ID' && code !== 'INVALID_AUTH_HEADER') throw error
    throw refusal('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session')
  }
}

function readVersion(org: Org, text: string): number {
  const version = Number(/^(\d+)(?:\.0)?$/.exec(text)?.[1] ?? Number.NaN)
  const { oldestVersion, newestVersion } = org.settings
  if (version >= oldestVersion && version <= newestVersion) return version
  throw refusal('UNSUPPORTED_API_VERSION', 'Invalid Api version specified on URL')
}

function xml(c: Context<AppEnv>, body: string, status: 200 | 500): Response {
  return c.body(body, status, { 'Content-Type': 'text/xml;charset=UTF-8' })
}
