/** Bytes gathered before they are sent: enough that sending costs little, and few enough that memory stays flat. */
const CHUNK = 128 * 1024
/** Characters encoded at a time. Few, since one letter beyond Latin makes the whole text around it twice as wide and slow. */
const PIECE = 4 * 1024

/** Sends lines, their endings included, as a body in UTF-8. Lines are made only as fast as the client takes them. */
export function textStream(lines: Iterable<string>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const pieces = encodedPieces(lines)
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const chunk: Buffer[] = []
      for (let size = 0; size < CHUNK; size += chunk.at(-1)?.length ?? 0) {
        const next = pieces.next()
        if (next.done) break
        chunk.push(next.value)
      }
      if (chunk.length > 0) controller.enqueue(Buffer.concat(chunk))
      else controller.close()
    },
    cancel: () => void pieces.return(),
  })
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
