import { StartConnecting, SyncError } from '@pryzm/salesforce-sdk/contract'
import { startConnecting } from '../engine/start-connecting.ts'
import type { Caller, Ports } from '../engine/ports/index.ts'
import { followsForeignLink } from './same-site.ts'

/**
 * Starts a sign-in by a plain link, which a browser can open in a new tab: sends it on to Salesforce. A link on another site's
 * page leads to the settings instead, so that nobody connects an org whom another site sent here.
 */
export async function answerStart(
  ports: Ports,
  caller: Caller,
  request: Request,
  allowedOrigins: readonly string[],
): Promise<Response> {
  if (followsForeignLink(request, allowedOrigins)) return sendOn(ports.settings.homePath)
  const asked = StartConnecting.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success)
    throw new SyncError('invalid_input', 'The address to come back to, or the login host, is not one that can be used.')
  const { authorizeUrl } = await startConnecting(ports, caller, asked.data)
  return sendOn(authorizeUrl)
}

function sendOn(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
}
