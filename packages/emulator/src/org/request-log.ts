/** A request the org has answered. */
export interface LoggedRequest {
  readonly at: Date
  readonly method: string
  /** With the query; tokens in it are masked. */
  readonly path: string
  readonly status: number
  readonly milliseconds: number
}

const MOST_REQUESTS = 1000

/** The last requests of an org, newest last. */
export class RequestLog {
  readonly #requests: LoggedRequest[] = []

  get requests(): readonly LoggedRequest[] {
    return [...this.#requests]
  }

  add(request: LoggedRequest): void {
    this.#requests.push({ ...request, path: request.path.replaceAll(/(oauth_token|token|code)=[^&]+/g, '$1=…') })
    if (this.#requests.length > MOST_REQUESTS) this.#requests.shift()
  }
}
