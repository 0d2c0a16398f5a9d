/** What a person, or the worker, can do about an error. */
export type Remedy =
  | 'sign_in'
  | 'ask_admin'
  | 'connect'
  | 'reconnect'
  | 'edit_mapping'
  | 'reload'
  | 'correct_input'
  | 'sync_parent'
  | 'wait'
  | 'report'

/** Every way a call can fail: the status on the wire, and what to do about it. */
export const errors = {
  not_signed_in: { status: 401, remedy: 'sign_in' },
  not_permitted: { status: 403, remedy: 'ask_admin' },
  module_disabled: { status: 403, remedy: 'ask_admin' },
  not_found: { status: 404, remedy: 'reload' },
  invalid_input: { status: 400, remedy: 'correct_input' },
  too_large: { status: 413, remedy: 'correct_input' },
  // 409, not 401: a host app may sign its own user out when it sees a 401.
  not_connected: { status: 409, remedy: 'connect' },
  reauthorization_required: { status: 409, remedy: 'reconnect' },
  stale_version: { status: 409, remedy: 'reload' },
  name_taken: { status: 409, remedy: 'correct_input' },
  conflict: { status: 409, remedy: 'reload' },
  mapping_invalid: { status: 422, remedy: 'edit_mapping' },
  required_field_unmapped: { status: 422, remedy: 'edit_mapping' },
  nothing_to_push: { status: 422, remedy: 'edit_mapping' },
  salesforce_refused: { status: 422, remedy: 'ask_admin' },
  rate_limited: { status: 429, remedy: 'wait' },
  salesforce_busy: { status: 503, remedy: 'wait' },
  salesforce_limit: { status: 503, remedy: 'wait' },
  internal: { status: 500, remedy: 'report' },
} as const satisfies Record<string, { status: number; remedy: Remedy }>

export type ErrorCode = keyof typeof errors

/** The one error of the kit, on both sides of the wire. `details` is safe to show; `cause` never leaves the process. */
export class SyncError extends Error {
  override readonly name = 'SyncError'
  readonly code: ErrorCode
  readonly details: Readonly<Record<string, unknown>>
  /** Names the request in the server's log; present on errors that came over the wire. */
  readonly requestId: string | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { details?: Readonly<Record<string, unknown>>; cause?: unknown; requestId?: string } = {},
  ) {
    super(message, { cause: options.cause })
    this.code = code
    this.details = options.details ?? {}
    this.requestId = options.requestId
  }

  get status(): number {
    return errors[this.code].status
  }

  get remedy(): Remedy {
    return errors[this.code].remedy
  }
}
