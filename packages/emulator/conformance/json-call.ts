import type { EmulatedOrg } from '../src/index.ts'
import { caller, tokensFor } from '../test/sign-in.ts'
import { version } from './scenario.ts'

/** What an org answered: `text` is the body as it came, `body` the same as JSON, or undefined where it is empty. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: unknown
}

/** Requests of a signed-in user that read the answer, as plain HTTP. */
export async function jsonCaller(org: EmulatedOrg, username?: string) {
  const { access_token = '' } = await tokensFor(org, username)
  const call = caller(org, access_token, version)
  return async (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> => {
    const response = await call(method, path, body, headers)
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text === '' ? undefined : JSON.parse(text) }
  }
}

/** The id in an answer to a create or an upsert. */
export function idIn({ body }: Answer): string {
  return String(Object(body).id)
}
