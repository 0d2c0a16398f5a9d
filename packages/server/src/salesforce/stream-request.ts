import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { apiErrorFrom } from './api-error.ts'
import { reachStream } from './reach.ts'
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

/** An answer whose headers have come and whose body is still on its way. */
export interface StreamAnswer {
  /** A header by its name in small letters. */
  header(name: string): string | null
  /** The bytes of the body as they come; a cut in the middle is `Unanswered`, unless the reader wants no more. */
  bytes(signal?: AbortSignal): AsyncGenerator<Uint8Array>
  /** Lets go of what has not been read. */
  discard(): void
}

/**
 * Sends a request whose body, or whose answer's body, is too large to hold, which jsforce would do. Resolves with the headers
 * of a good answer; rejects like jsforce, so that a dead token is renewed by the same rule.
 */
export async function streamRequest(session: Session, request: StreamRequest): Promise<StreamAnswer> {
  const { method, path, headers, body, signal } = request
  return session.authorized(async ({ instanceUrl, version, accessToken }) => {
    const response = await reachStream(`${instanceUrl}/services/data/v${version}${path}`, {
      method,
      headers: { 'accept-encoding': 'gzip', ...headers, authorization: `Bearer ${accessToken}` },
      body: body ? Readable.from(body) : null,
      signal: signal ?? null,
    }).catch((failure: unknown) => {
      signal?.throwIfAborted()
      throw unansweredBecause(failure)
    })
    const answer = answerOf(response)
    if (response.statusCode >= 200 && response.statusCode < 300) return answer
    const text = await textOf(answer).catch(() => '')
    throw unansweredByStatus(response.statusCode, text) ?? apiErrorFrom(response.statusCode, text)
  })
}

function answerOf({ headers, body }: Dispatcher.ResponseData): StreamAnswer {
  // A body that nobody reads may break without anybody to tell.
  body.on('error', () => undefined)
  return {
    header(name) {
      const value = headers[name]
      return (Array.isArray(value) ? value[0] : value) ?? null
    },
    async *bytes(signal) {
      try {
        yield* headers['content-encoding'] === 'gzip' ? unzipped(body) : body
      } catch (failure) {
        signal?.throwIfAborted()
        throw unansweredBecause(failure)
      }
    },
    discard: () => void body.destroy(),
  }
}

/** Large chunks: each costs a turn of the event loop, which a busy process grants late. */
function unzipped(body: Readable): AsyncIterable<Uint8Array> {
  // A failure of either reaches the reader through what is returned.
  return pipeline(body, createGunzip({ chunkSize: 256 * 1024 }), () => undefined)
}

async function textOf(answer: StreamAnswer): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of answer.bytes()) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
