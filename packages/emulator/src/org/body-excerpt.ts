import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib'

const MOST_BYTES = 8192
const MOST_CHARACTERS = 4000
const MOST_UNPACKED_BYTES = 1_000_000

const secretInJson = /"(access_token|refresh_token|id_token|client_secret|signature)"\s*:\s*"[^"]*"/g
const secretInForm = /\b(access_token|refresh_token|client_secret|code_verifier|code|token|password)=[^&\s]+/g

/** The beginning of a body that passes by, to be shown to a person. */
export class BodyExcerpt {
  readonly #encoding: string
  readonly #chunks: Uint8Array[] = []
  #kept = 0
  #bytes = 0

  /** `encoding` is the body's Content-Encoding. */
  constructor(encoding = '') {
    this.#encoding = encoding
  }

  add(chunk: Uint8Array): void {
    this.#bytes += chunk.length
    if (this.#kept >= MOST_BYTES) return
    const part = chunk.slice(0, MOST_BYTES - this.#kept)
    this.#kept += part.length
    this.#chunks.push(part)
  }

  get isFull(): boolean {
    return this.#kept >= MOST_BYTES
  }

  /** Unpacked, cut at 4,000 characters, with secrets masked. Empty where there was no body. */
  get text(): string {
    const whole = new TextDecoder().decode(unpack(Buffer.concat(this.#chunks), this.#encoding))
    const masked = whole.replace(secretInJson, '"$1":"…"').replace(secretInForm, '$1=…')
    const isCut = masked.length > MOST_CHARACTERS || this.#bytes > this.#kept
    return isCut ? `${masked.slice(0, MOST_CHARACTERS)}… (${this.#bytes.toLocaleString('en-US')} bytes in all)` : masked
  }
}

/** What there is of a body that may break off. */
function unpack(bytes: Buffer, encoding: string): Uint8Array {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_UNPACKED_BYTES }
  try {
    if (encoding === 'gzip') return gunzipSync(bytes, options)
    if (encoding === 'deflate') return inflateSync(bytes, options)
    if (encoding === 'br') return brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH })
    return bytes
  } catch {
    return Buffer.from(`(${bytes.length} bytes of ${encoding})`)
  }
}
