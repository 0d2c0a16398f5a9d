/** What a text must contain or match. */
export type Pattern = string | RegExp

/** Something that goes wrong on demand, a counted number of times. */
export interface Fault {
  /** What it is called where faults are listed. */
  name?: string
  /** Only requests with this method; any unless told. */
  method?: string
  /**
   * What the path with its query must contain or match; any request of the API unless told. The parts of a composite request
   * are requests too where this names them.
   */
  path?: Pattern
  /** What parameters of the query must contain or match, decoded. */
  query?: Readonly<Record<string, Pattern>>
  /** What the text of the request's body must contain or match. */
  body?: Pattern
  /** Instead of requests it strikes updates and deletions of records, however they are asked for: each finds its row locked. */
  locks?: RecordChoice
  /** Instead of requests it strikes bulk jobs as they are made: what is said here happens to them. */
  jobs?: JobFault
  /** How many matching requests (or records, or jobs) pass unharmed first; none unless told. */
  skip?: number
  /** How many it then hits; one unless told. */
  times?: number
  /** How long the request is held back before anything is done, in milliseconds. */
  latencyMs?: number
  /** Ends this part of the caller's sign-in before the request is looked at, so that the org answers as it then does. */
  ends?: SignInPart
  /** Answers this instead of doing the work. */
  respond?: FaultResponse
  /** Does the work before answering `respond`, so that a write took place and the client is told otherwise. */
  afterWork?: boolean
  /** Headers laid over those of the answer. */
  headers?: Readonly<Record<string, string>>
  /** How long the body is held back after status and headers were sent, in milliseconds. */
  bodyLatencyMs?: number
  /** The body goes out in pieces of so many bytes, one every so many milliseconds. */
  drip?: { bytes: number; everyMs: number }
  /** Breaks the connection before any work is done. */
  cutBeforeWork?: boolean
  /** Breaks the connection after this many bytes of the answer's body; 0 loses the answer after the work was done. */
  cutAfterBytes?: number
}

/** Which records: those with one of the ids, or of one of the objects; all of them unless told. */
export interface RecordChoice {
  objects?: readonly string[]
  ids?: readonly string[]
}

/** What happens to a bulk job, whatever the org's settings say, and to which. */
export interface JobFault {
  /** Only jobs of this kind; both unless told. */
  kind?: 'query' | 'ingest'
  /** Only jobs on these objects; any unless told. */
  objects?: readonly string[]
  /** How many polls find it waiting; `Infinity` for one that never starts. It does no work before. */
  queuedPolls?: number
  /** How many polls find it being worked on, after those. */
  inProgressPolls?: number
  /** It fails, with this as its `errorMessage`. */
  fails?: string
  /** Somebody aborts it. */
  aborted?: boolean
  /** It fails or is aborted after this many rows, which an ingest has then written; before the first unless told. */
  afterRows?: number
  /** How often it says that it was tried again. */
  retries?: number
  /** Which reading of a query's results (1 is the first) has its columns, the header's too, in another order. */
  turnedRead?: number
}

export const signInParts = ['session', 'grant', 'refresh_token'] as const

/** The access token alone; the user's approval with all of its tokens; or the refresh token, as if another process had just rotated it. */
export type SignInPart = (typeof signInParts)[number]

/** An answer of a fault. A body that is not a text is sent as JSON. */
export interface FaultResponse {
  status: number
  body?: unknown
  headers?: Readonly<Record<string, string>>
  /** Leads the client to this origin, under the path and query it asked for. */
  movedTo?: string
}

/** A fault that was added, to see how often it struck and to end it. */
export interface AddedFault {
  readonly id: string
  readonly fault: Fault
  readonly hits: number
  /** How often it will still strike. */
  readonly remaining: number
  remove(): void
}
