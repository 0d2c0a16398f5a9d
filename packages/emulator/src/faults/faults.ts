import { toId18 } from '../org/salesforce-id.ts'
import type { AddedFault, Fault, JobFault, Pattern } from './fault.ts'

/** A request as faults look at it. The body is read when a fault asks for it. */
export interface StruckRequest {
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly body: () => Promise<string>
  /** A part of a composite request, which has no connection of its own that could be cut, and is struck by what names its path alone. */
  readonly isPart: boolean
}

/** The faults of an org. Of those that match a request, the one added first strikes. */
export class Faults {
  readonly #faults: CountedFault[] = []
  #added = 0

  /** Throws where a fault says things that don't go together. */
  add(fault: Fault): AddedFault {
    checkFault(fault)
    const counted = new CountedFault(`fault-${++this.#added}`, fault, () => this.#remove(counted))
    this.#faults.push(counted)
    return counted
  }

  /** Those that can still strike. */
  get active(): readonly AddedFault[] {
    return this.#faults.filter((counted) => counted.remaining > 0)
  }

  clear(): void {
    this.#faults.splice(0)
  }

  /** The fault that strikes this request, which counts it. */
  async strike(request: StruckRequest): Promise<Fault | undefined> {
    for (const counted of this.#faults.slice()) {
      if (counted.matches(request) && (await counted.matchesBody(request)) && counted.strikes()) return counted.fault
    }
    return undefined
  }

  /** Whether a fault locks the row of a record, which counts it. */
  strikeRecord(object: string, id: string): boolean {
    return this.#faults.some((counted) => counted.locks(object, id) && counted.strikes())
  }

  /** What a fault makes happen to a new bulk job, which counts it. */
  strikeJob(kind: 'query' | 'ingest', object: string): JobFault | undefined {
    return this.#faults.find((counted) => counted.meansJob(kind, object) && counted.strikes())?.fault.jobs
  }

  #remove(counted: CountedFault): void {
    const at = this.#faults.indexOf(counted)
    if (at >= 0) this.#faults.splice(at, 1)
  }
}

const ofRequests = [
  'method',
  'path',
  'query',
  'body',
  'latencyMs',
  'ends',
  'respond',
  'headers',
  'drip',
  'cutAfterBytes',
] as const

function checkFault(fault: Fault): void {
  const other = ofRequests.find((name) => fault[name] !== undefined)
  if (fault.locks && other) {
    throw new Error(`A fault that locks records strikes writes of records, not requests: leave out "locks" or "${other}".`)
  }
  if (fault.jobs && (other || fault.locks)) {
    throw new Error(
      `A fault of bulk jobs strikes them as they are made, not requests: leave out "jobs" or "${other ?? 'locks'}".`,
    )
  }
  const { status = 200, body } = fault.respond ?? {}
  if (status < 200 || status > 599) throw new Error(`${status} is no status of an answer. Give one from 200 to 599.`)
  if ([204, 205, 304].includes(status) && body !== undefined)
    throw new Error(`An answer with status ${status} has no body: leave out "body".`)
  if (fault.afterWork && !fault.respond) throw new Error('"afterWork" needs "respond", which is the answer after the work.')
}

class CountedFault implements AddedFault {
  readonly id: string
  readonly fault: Fault
  readonly remove: () => void
  #seen = 0

  constructor(id: string, fault: Fault, remove: () => void) {
    this.id = id
    this.fault = fault
    this.remove = remove
  }

  get hits(): number {
    const { skip = 0, times = 1 } = this.fault
    return Math.min(Math.max(this.#seen - skip, 0), times)
  }

  get remaining(): number {
    return (this.fault.times ?? 1) - this.hits
  }

  /** Whether it strikes requests like this one, as far as the body does not matter. */
  matches({ method, path, isPart }: StruckRequest): boolean {
    const { fault } = this
    if (fault.locks || fault.jobs || this.remaining === 0) return false
    if (isPart && (fault.path === undefined || fault.cutAfterBytes !== undefined || fault.cutBeforeWork)) return false
    if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false
    return fits(fault.path, path) && fitsQuery(fault.query, path)
  }

  async matchesBody({ body }: StruckRequest): Promise<boolean> {
    return this.fault.body === undefined || fits(this.fault.body, await body())
  }

  locks(object: string, id: string): boolean {
    const { locks } = this.fault
    if (!locks) return false
    if (!locks.ids && !locks.objects) return true
    const isObject = locks.objects?.some((name) => name.toLowerCase() === object.toLowerCase()) ?? false
    return isObject || (locks.ids?.some((wanted) => toId18(wanted) === id) ?? false)
  }

  meansJob(kind: 'query' | 'ingest', object: string): boolean {
    const { jobs } = this.fault
    if (!jobs || (jobs.kind ?? kind) !== kind) return false
    return jobs.objects?.some((name) => name.toLowerCase() === object.toLowerCase()) ?? true
  }

  /** Counts something that matches and tells whether it is hit. */
  strikes(): boolean {
    const before = this.hits
    this.#seen++
    return this.hits > before
  }
}

function fits(pattern: Pattern | undefined, text: string): boolean {
  if (pattern === undefined) return true
  return typeof pattern === 'string' ? text.includes(pattern) : text.search(pattern) >= 0
}

function fitsQuery(wanted: Fault['query'], path: string): boolean {
  if (!wanted) return true
  const parameters = new URL(path, 'http://org').searchParams
  return Object.entries(wanted).every(([name, pattern]) => parameters.getAll(name).some((text) => fits(pattern, text)))
}
