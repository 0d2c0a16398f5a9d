import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Connection } from '../routes/app.ts'
import type { Fault } from './fault.ts'

type Bytes = ReadableStreamDefaultReader<Uint8Array> | undefined

/** The same answer, with a body that comes late, trickles, or breaks off. */
export function spoilBody(response: Response, fault: Fault, connection: Connection | undefined): Response {
  const { bodyLatencyMs, drip, cutAfterBytes } = fault
  if (bodyLatencyMs === undefined && drip === undefined && cutAfterBytes === undefined) return response
  const source: Bytes = response.body?.getReader()
  const pieces = inPieces(source, fault)
  let isFirst = true
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (isFirst && bodyLatencyMs) await wait(bodyLatencyMs)
      isFirst = false
      const { value, done } = await pieces.next()
      if (!done) return controller.enqueue(value)
      if (cutAfterBytes === undefined) controller.close()
      else void breakOff(connection, cutAfterBytes)
    },
    cancel: async (reason) => source?.cancel(reason),
  })
  return new Response(body, { status: statusWithBody(response, fault), headers: spoiledHeaders(response, fault) })
}

/** Breaks the connection. The bytes before the cut are on their way one turn of the event loop after the headers. */
async function breakOff(connection: Connection | undefined, afterBytes: number): Promise<void> {
  if (afterBytes > 0) while (connection?.isWaiting()) await nextTurn()
  await nextTurn()
  connection?.destroy()
}

async function* inPieces(source: Bytes, { drip, cutAfterBytes = Infinity }: Fault): AsyncGenerator<Uint8Array, undefined> {
  let left = cutAfterBytes
  while (left > 0) {
    const chunk = (await source?.read())?.value
    if (!chunk) return
    const size = drip?.bytes ?? chunk.length
    for (let at = 0; at < chunk.length && left > 0; at += size) {
      const piece = chunk.subarray(at, Math.min(at + size, at + left, chunk.length))
      left -= piece.length
      yield piece
      if (drip) await wait(drip.everyMs)
    }
  }
}

/** The length of what is cut is announced as one byte more, so that no client takes it for whole. */
function spoiledHeaders(response: Response, { cutAfterBytes }: Fault): Headers {
  const headers = new Headers(response.headers)
  if (cutAfterBytes !== undefined) headers.set('Content-Length', String(cutAfterBytes + 1))
  return headers
}

function statusWithBody(response: Response, { cutAfterBytes }: Fault): number {
  return response.status === 204 && cutAfterBytes !== undefined ? 200 : response.status
}
