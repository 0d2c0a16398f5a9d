import { PassThrough } from 'node:stream'
import type { Connection, HttpRequest, HttpResponse } from 'jsforce'
import { Transport } from 'jsforce/lib/transport.js'
import { StreamPromise } from 'jsforce/lib/util/promise.js'
import type { RequestInit } from 'undici'
import { type Patience, repeatUnanswered } from './patience.ts'
import { reach } from './reach.ts'
import { unansweredBecause, unansweredByStatus } from './unanswered.ts'

/**
 * The way jsforce reaches the network. Its own one ends the whole process when a connection is cut within an answer, follows
 * redirects with the token in hand, and has no time-out for a body.
 */
class PatientTransport extends Transport {
  readonly #patience: Patience

  constructor(patience: Patience) {
    super()
    this.#patience = patience
  }

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    const promise = repeatUnanswered(() => answerTo(request, this.#patience), {
      patience: this.#patience,
      harmless: (failure) => request.method === 'GET' || failure.processed === 'no',
    })
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise }))
  }
}

/** A transport that remembers the last answer as it came over the wire. */
export class AnswerKeepingTransport extends PatientTransport {
  answer: HttpResponse | null = null

  override httpRequest(request: HttpRequest): StreamPromise<HttpResponse> {
    const promise = super.httpRequest(request).then((answer) => (this.answer = answer))
    return StreamPromise.create(() => ({ stream: new PassThrough(), promise }))
  }
}

/** Makes a connection, or an OAuth client, of jsforce reach the network patiently. */
export function usePatientTransport(client: Pick<Connection, '_transport'>, patience: Patience): void {
  // oxlint-disable-next-line no-underscore-dangle -- jsforce takes its transport nowhere else
  client._transport = new PatientTransport(patience)
}

async function answerTo({ url, method, headers, body }: HttpRequest, patience: Patience): Promise<HttpResponse> {
  const {
    status,
    headers: answered,
    text,
  } = await fetchText(url, {
    method,
    headers: headers ?? {},
    body: typeof body === 'string' ? body : null,
    signal: AbortSignal.timeout(patience.answerMs),
  })
  const unanswered = unansweredByStatus(status, text)
  if (unanswered !== null) throw unanswered
  return { statusCode: status, headers: Object.fromEntries(answered), body: text }
}

async function fetchText(url: string, init: RequestInit) {
  try {
    const response = await reach(url, init)
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (failure) {
    throw unansweredBecause(failure)
  }
}
