import type { Connection, HttpRequest, HttpResponse } from 'jsforce'
import { parseExactJson } from './exact-json.ts'
import type { Patience } from './patience.ts'
import { AnswerKeepingTransport } from './transport.ts'

export interface ExactAnswer {
  /** The body with numbers as decimal text; null where there is none. */
  body: unknown
  headers: Readonly<Record<string, string>>
}

/** Sends through jsforce and hands over the answer itself: jsforce alone keeps the headers and rounds long numbers. */
export async function exactRequest(connection: Connection, patience: Patience, request: HttpRequest): Promise<ExactAnswer> {
  const answer = await plainRequest(connection, patience, request)
  return { body: answer?.body ? parseExactJson(answer.body) : null, headers: answer?.headers ?? {} }
}

/** Sends through jsforce and hands over the answer as it came over the wire. */
export async function plainRequest(
  connection: Connection,
  patience: Patience,
  request: HttpRequest,
): Promise<HttpResponse | null> {
  const transport = new AnswerKeepingTransport(patience)
  await connection.request(request, { transport })
  return transport.answer
}

/** A JSON body with the header that goes with it. */
export function jsonBody(value: unknown): Pick<HttpRequest, 'body' | 'headers'> & { body: string } {
  return { body: JSON.stringify(value), headers: { 'content-type': 'application/json' } }
}
