import { once } from 'node:events'
import type { Connection, Submittable } from 'pg'
import type { CopyChunks } from './sql.ts'

/** What `pg` has for COPY, which its types do not tell. */
interface CopyConnection extends Connection {
  sendCopyFromChunk(chunk: Buffer): void
  sendCopyFail(message: string): void
  endCopyFrom(): void
}

/**
 * A `COPY … FROM STDIN` for `client.query()`. The rows follow the statement at once, without a wait for the server's word that
 * it is ready: a busy process would hear that word late, and keep the server waiting. Where the statement fails, the server drops
 * the rows that are on their way.
 */
export class CopyIn implements Submittable {
  /** Resolves once the rows are stored. */
  readonly stored: Promise<void>
  readonly #text: string
  readonly #chunks: CopyChunks
  #settle: PromiseWithResolvers<void> = Promise.withResolvers<void>()
  /** Nothing of this may be sent any more: it would go to the statement that comes next. */
  #over = false
  #failure: unknown = null

  constructor(text: string, chunks: CopyChunks) {
    this.#text = text
    this.#chunks = chunks
    this.stored = this.#settle.promise
  }

  submit(connection: Connection): void {
    connection.query(this.#text)
    void this.#send(connection as CopyConnection)
  }

  async #send(connection: CopyConnection): Promise<void> {
    try {
      for await (const chunk of this.#chunks) {
        if (this.#over) return
        connection.sendCopyFromChunk(asBuffer(chunk))
        if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
      }
      if (!this.#over) connection.endCopyFrom()
    } catch (error) {
      this.#failure = error
      if (!this.#over) connection.sendCopyFail('The rows could not be made.')
    }
  }

  handleCopyInResponse(): void {}

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.#over = true
    this.#settle.resolve()
  }

  handleError(error: Error): void {
    this.#over = true
    this.#settle.reject(this.#failure ?? error)
  }
}

function asBuffer(chunk: string | Uint8Array<ArrayBuffer>): Buffer {
  return typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}
