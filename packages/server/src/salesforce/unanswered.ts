/** A request without an answer that settles anything: no connection, cut, timed out, or a busy server. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
  /** Whether Salesforce may have done what was asked; `no` only where that is certain. */
  readonly processed: 'no' | 'unknown'

  constructor(message: string, processed: 'no' | 'unknown', cause?: unknown) {
    super(message, { cause })
    this.processed = processed
  }
}

const neverConnected = new Set([
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** What a failed `fetch`, or the reading of its body, says about the request. */
export function unansweredBecause(failure: unknown): Unanswered {
  if (failure instanceof Unanswered) return failure
  const code = errorCodeOf(failure)
  if (code !== null && neverConnected.has(code)) {
    return new Unanswered(`Salesforce could not be reached (${code}).`, 'no', failure)
  }
  if (failure instanceof DOMException && failure.name === 'TimeoutError') {
    return new Unanswered('Salesforce did not answer in time.', 'unknown', failure)
  }
  return new Unanswered('The connection to Salesforce was cut before its answer was complete.', 'unknown', failure)
}

function errorCodeOf(failure: unknown): string | null {
  for (let error = failure; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code
  }
  return null
}

/** Statuses that say "not now" whatever the body; null for those that settle something. */
export function unansweredByStatus(status: number, body: string): Unanswered | null {
  if (status === 429 || status === 420) {
    return new Unanswered(`Salesforce asks for a pause (HTTP ${status}).`, 'no')
  }
  if (status >= 500) {
    return new Unanswered(`Salesforce is not available at the moment (HTTP ${status}${spokenReason(body)}).`, 'unknown')
  }
  if (status >= 301 && status <= 308 && status !== 304) {
    return new Unanswered(`Salesforce answered with a redirect (HTTP ${status}), as it does during maintenance.`, 'no')
  }
  return null
}

function spokenReason(body: string): string {
  const match = /"message"\s*:\s*"([^"\\]{1,300})"/.exec(body)
  return match?.[1] === undefined ? '' : `: ${match[1]}`
}
