import { pipeline, Readable } from 'node:stream'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { constants, createDeflate, createGzip, deflateSync, gzipSync } from 'node:zlib'

/** Level 1 makes large answers about a third larger than level 6 and costs a fraction of its time. Large chunks cost few turns of the event loop. */
const options = { level: constants.Z_BEST_SPEED, chunkSize: 128 * 1024 }

const compressors = {
  gzip: { stream: () => createGzip(options), whole: (bytes: Uint8Array) => gzipSync(bytes, options) },
  deflate: { stream: () => createDeflate(options), whole: (bytes: Uint8Array) => deflateSync(bytes, options) },
}
export type Encoding = keyof typeof compressors

/** Compresses a body as it is read. Where the body breaks off, so does what is made of it. */
export function compressed(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): ReadableStream<Uint8Array> {
  // A failure of either side reaches the reader through the compressor, which the pipeline destroys.
  const compressor = pipeline(Readable.from(chunks, { objectMode: false }), compressors[encoding].stream(), () => undefined)
  return Readable.toWeb(compressor) as NodeReadableStream<Uint8Array> as ReadableStream<Uint8Array>
}

/** Compresses a short body at once. */
export function compressedAtOnce(bytes: Uint8Array, encoding: Encoding): Uint8Array<ArrayBuffer> {
  return compressors[encoding].whole(bytes)
}

/** The encoding an `Accept-Encoding` header likes best; gzip where it likes both the same, undefined where it takes neither. */
export function chosenEncoding(header = ''): Encoding | undefined {
  const weights = new Map(header.split(',').map((part) => weighed(part.trim().toLowerCase())))
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get('*') ?? 0
  const best = weightOf('deflate') > weightOf('gzip') ? 'deflate' : 'gzip'
  return weightOf(best) > 0 ? best : undefined
}

function weighed(part: string): [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(/\s*;\s*/)
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  return [name, weight === undefined ? 1 : Number(weight.slice(2)) || 0]
}
