import { finishConnecting, type FinishedSignIn } from '../engine/finish-connecting.ts'
import type { Caller, Ports } from '../engine/ports/index.ts'

/** Takes the browser back from Salesforce and sends it to the page where the sign-in began: `?salesforce=connected` or the reason. */
export async function answerCallback(ports: Ports, caller: Caller | null, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  if (caller === null) return redirect({ returnTo: ports.settings.homePath, outcome: 'sign_in_expired' })
  return redirect(await finishConnecting(ports, caller, query))
}

function redirect({ returnTo, outcome }: FinishedSignIn): Response {
  const base = 'http://host'
  const url = new URL(returnTo, base)
  url.searchParams.set('salesforce', outcome)
  const location = url.href.slice(url.origin.length)
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
}
