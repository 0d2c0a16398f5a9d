import { asSyncError, serverEventError } from './as-sync-error.ts'

const ended: IteratorReturnResult<undefined> = { done: true, value: undefined }

/** The symbol of `await using`, which not every browser has. */
const asyncDispose: typeof Symbol.asyncDispose = Symbol.asyncDispose ?? Symbol.for('asyncDispose')

/** Reads the live events of a response. The parser comes now: not every page follows events, and none before it has something to show. */
export async function eventStream(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<EventStream> {
  const { EventSourceParserStream } = await import('eventsource-parser/stream')
  return new EventStream(body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream()).getReader())
}

/**
 * The live events of a response, one by one. It ends when the server ends it, and when whoever reads it returns early, which ends
 * the request too; it rejects when the server tells of an error, the connection breaks or the request is aborted.
 */
class EventStream implements AsyncIterableIterator<unknown, undefined, void> {
  readonly #reader: ReadableStreamDefaultReader<{ event?: string | undefined; data: string }>
  #isOver = false

  constructor(reader: ReadableStreamDefaultReader<{ event?: string | undefined; data: string }>) {
    this.#reader = reader
  }

  async next(): Promise<IteratorResult<unknown, undefined>> {
    try {
      return await this.#read()
    } catch (error) {
      await this.return()
      throw asSyncError(error)
    }
  }

  async #read(): Promise<IteratorResult<unknown, undefined>> {
    while (!this.#isOver) {
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
    return ended
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#isOver = true
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
