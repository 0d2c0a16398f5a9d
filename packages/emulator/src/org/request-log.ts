/** A request the org has answered. */
export interface LoggedRequest {
  /** Counts up from 1. */
  readonly number: number
  readonly at: Date
  readonly method: string
  /** With the query; tokens in it are masked. */
  readonly path: string
  readonly status: number
  readonly milliseconds: number
  /** The fault that struck it. */
  readonly fault?: string
  /** The beginning of the body that was sent, with secrets masked. */
  readonly sent: string
  /** The beginning of the body of the answer, as far as it is on its way, with secrets masked. */
  readonly answered: string
}

const MOST_REQUESTS = 1000

/** The last requests of an org, newest last. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = []
  #count = 0

  get requests(): readonly LoggedRequest[] {
    return [...this.#requests]
  }

  /** A request by its number, if it is among the last. */
  request(number: number): LoggedRequest | undefined {
    return this.#requests.find((request) => request.number === number)
  }

  /** `bodies` are read when somebody looks, since answers go on after they are noted. */
  add(
    { path, ...request }: Omit<LoggedRequest, 'number' | 'sent' | 'answered'>,
    bodies: { sent: () => string; answered: () => string },
  ): void {
    this.#requests.push({
      number: ++this.#count,
      ...request,
      path: path.replaceAll(/(oauth_token|token|code)=[^&]+/g, '$1=…'),
      get sent() {
        return bodies.sent()
      },
      get answered() {
        return bodies.answered()
      },
    })
    if (this.#requests.length > MOST_REQUESTS) this.#requests.shift()
  }
}
