import type { Org } from '../org/org.ts'
import type { SignInPart } from './fault.ts'

/** Ends a part of the sign-in that a request comes with: by its access token, or by the refresh token in its form. */
export async function endSignIn({ sessions }: Org, part: SignInPart, request: Request): Promise<void> {
  const token = /^(?:Bearer|OAuth) +(.+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? ''
  if (part === 'session') return void (sessions.session(token) && sessions.revoke(token))
  const grant = sessions.session(token)?.grant ?? sessions.grantOf(await refreshTokenIn(request))
  if (!grant) return
  if (part === 'grant') sessions.endGrant(grant)
  else sessions.rotate(grant)
}

async function refreshTokenIn(request: Request): Promise<string> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) return ''
  return new URLSearchParams(await request.clone().text()).get('refresh_token') ?? ''
}
