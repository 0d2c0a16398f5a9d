import { StartConnecting, SyncError } from '@pryzm/salesforce-sdk/contract'
import { startConnecting } from '../engine/start-connecting.ts'
import type { Caller, Ports } from '../engine/ports/index.ts'

/** Starts a sign-in by a plain link, which a browser can open in a new tab: sends it on to Salesforce. */
export async function answerStart(ports: Ports, caller: Caller, request: Request): Promise<Response> {
  const asked = StartConnecting.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked.success)
    throw new SyncError('invalid_input', 'The address to come back to, or the login host, is not one that can be used.')
  const { authorizeUrl } = await startConnecting(ports, caller, asked.data)
  return new Response(null, { status: 302, headers: { location: authorizeUrl, 'cache-control': 'no-store' } })
}
