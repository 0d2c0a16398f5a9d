import type { Connection } from '../routes/app.ts'

/** Bytes gathered before they are sent: enough that sending costs little, and few enough that memory stays flat. */
const CHUNK = 128 * 1024
/** Characters encoded at a time. Few, since one letter beyond Latin makes the whole text around it twice as wide and slow. */
const PIECE = 4 * 1024

/**
 * Sends lines, their endings included, as a body in UTF-8. Lines are made only as fast as the client takes them.
 * When making one fails the connection is broken, since the server would end the body as if it were whole.
 */
export function textStream(lines: Iterable<string>, connection?: Connection): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = encodedPieces(lines)
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      try {
        const chunk = nextChunk(pieces)
        if (chunk.length > 0) controller.enqueue(chunk)
        else controller.close()
      } catch (error) {
        connection?.destroy()
        throw error
      }
    },
    cancel: () => void pieces.return(),
  })
}

/** Sends bytes that are there already, as fast as the client takes them. At once, Node would take a slow client for an idle one. */
export function byteStream(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let sent = 0
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const chunk = bytes.subarray(sent, sent + CHUNK)
      controller.enqueue(chunk)
      sent += chunk.length
      if (sent === bytes.length) controller.close()
    },
  })
}

function nextChunk(pieces: Iterator<Buffer>): Buffer<ArrayBuffer> {
  const chunk: Buffer[] = []
  for (let size = 0; size < CHUNK; size += chunk.at(-1)?.length ?? 0) {
    const next = pieces.next()
    if (next.done) break
    chunk.push(next.value)
  }
  return Buffer.concat(chunk)
}

function* encodedPieces(lines: Iterable<string>): Generator<Buffer, void, void> {
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length < PIECE) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text) yield Buffer.from(text)
}
