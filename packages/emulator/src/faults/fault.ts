/** Something that goes wrong on demand, a counted number of times. */
export interface Fault {
  /** Only requests with this method; any unless told. */
  method?: string
  /**
   * What the path with its query must contain or match; any request of the API unless told. The parts of a composite request
   * are requests too where this names them.
   */
  path?: string | RegExp
  /** How many matching requests pass unharmed first; none unless told. */
  skip?: number
  /** How many requests it then hits; one unless told. */
  times?: number
  /** How long the answer is held back, in milliseconds. */
  latencyMs?: number
  /** Answers this instead of doing the work. */
  respond?: FaultResponse
  /** Does the work before answering `respond`, so that a write took place and the client is told otherwise. */
  afterWork?: boolean
  /** Breaks the connection after this many bytes of the answer's body; 0 loses the answer after the work was done. */
  cutAfterBytes?: number
}

/** An answer of a fault. A body that is not a text is sent as JSON. */
export interface FaultResponse {
  status: number
  body?: unknown
  headers?: Readonly<Record<string, string>>
}

/** A fault that was added, to see how often it struck and to end it. */
export interface AddedFault {
  readonly fault: Fault
  readonly hits: number
  remove(): void
}
