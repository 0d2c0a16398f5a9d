import { SyncError } from '@pryzm/salesforce-sdk/contract'

/**
 * Refuses a request that another site's page made with the cookies of a signed-in user. Requests without cookies, such as
 * those signed by a header, carry nothing that another site could borrow.
 */
export function refuseForeignOrigin(request: Request, allowedOrigins: readonly string[]): void {
  const origin = request.headers.get('origin')
  if (origin === null || !request.headers.has('cookie')) return
  if (allowedOrigins.includes(origin) || hostOf(origin) === ownHost(request)) return
  throw new SyncError('not_permitted', 'Requests from another site are refused. Name that site in allowedOrigins if it is yours.')
}

/** Whether a link on another site's page led here, which carries a signed-in user's cookies but no `Origin`. */
export function followsForeignLink(request: Request, allowedOrigins: readonly string[]): boolean {
  if (request.headers.get('sec-fetch-site') !== 'cross-site') return false
  const referrer = request.headers.get('referer')
  return referrer === null || !URL.canParse(referrer) || !allowedOrigins.includes(new URL(referrer).origin)
}

// The host alone is compared, because a proxy in front may have taken off the TLS.
function ownHost(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
