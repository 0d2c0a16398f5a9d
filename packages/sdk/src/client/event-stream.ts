import { EventSourceParserStream } from 'eventsource-parser/stream'
import { asSyncError, serverEventError } from './as-sync-error.ts'

const ended: IteratorReturnResult<undefined> = { done: true, value: undefined }

/** The symbol of `await using`, which not every browser has. */
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for('asyncDispose')

/**
 * The live events of a response, one by one. It ends when the server ends it, when `signal` aborts, and when whoever reads it
 * returns early, which ends the request too; it rejects with a `SyncError` when the server tells of one or the connection breaks.
 */
export class EventStream implements AsyncIterableIterator<unknown, undefined, void> {
  readonly #reader: ReadableStreamDefaultReader<{ event?: string | undefined; data: string }>
  readonly #signal: AbortSignal | undefined

  constructor(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal | undefined) {
    this.#signal = signal
    this.#reader = body
      .pipeThrough(new TextDecoderStream(), signal && { signal })
      .pipeThrough(new EventSourceParserStream())
      .getReader()
  }

  async next(): Promise<IteratorResult<unknown, undefined>> {
    try {
      return await this.#read()
    } catch (error) {
      await this.return()
      if (this.#signal?.aborted) return ended
      throw asSyncError(error)
    }
  }

  async #read(): Promise<IteratorResult<unknown, undefined>> {
    for (;;) {
      const { done, value: event } = await this.#reader.read()
      if (done) return ended
      switch (event.event ?? 'message') {
        case 'message':
          return { done: false, value: JSON.parse(event.data) as unknown }
        case 'error':
          throw serverEventError(JSON.parse(event.data))
        case 'done':
          return this.return()
      }
    }
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    // A stream that broke cannot be called off any more; what broke it has been told by `next`.
    await this.#reader.cancel().catch(() => undefined)
    return ended
  }

  async throw(error: unknown): Promise<never> {
    await this.return()
    throw error
  }

  async [asyncDispose](): Promise<void> {
    await this.return()
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
