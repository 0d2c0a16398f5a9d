import type { Response } from 'undici'
import { apiErrorFrom } from './api-error.ts'
import { reach } from './reach.ts'
import type { Session } from './session.ts'
import { unansweredBecause, unansweredByStatus } from './unanswered.ts'

export interface StreamRequest {
  method: 'GET' | 'PUT'
  /** Below the API's versioned root, such as `/jobs/query/750…/results`. */
  path: string
  headers?: Readonly<Record<string, string>>
  body?: AsyncIterable<Uint8Array>
  signal?: AbortSignal
}

/**
 * Sends a request whose body, or whose answer's body, is too large to hold, which jsforce would do. Resolves with the headers
 * of a good answer; rejects like jsforce, so that a dead token is renewed by the same rule.
 */
export async function streamRequest(session: Session, request: StreamRequest): Promise<Response> {
  return session.authorized(async ({ instanceUrl, version, accessToken }) => {
    const response = await reach(`${instanceUrl}/services/data/v${version}${request.path}`, {
      method: request.method,
      headers: { ...request.headers, authorization: `Bearer ${accessToken}` },
      signal: request.signal ?? null,
      ...(request.body && { body: request.body, duplex: 'half' }),
    }).catch((failure: unknown) => {
      request.signal?.throwIfAborted()
      throw unansweredBecause(failure)
    })
    if (response.ok) return response
    const text = await response.text().catch(() => '')
    throw unansweredByStatus(response.status, text) ?? apiErrorFrom(response.status, text)
  })
}

/** The bytes of an answer as they come; a cut in the middle is `Unanswered`. */
export async function* bytesOf(response: Response, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  if (response.body === null) return
  try {
    yield* response.body
  } catch (failure) {
    signal?.throwIfAborted()
    throw unansweredBecause(failure)
  }
}
