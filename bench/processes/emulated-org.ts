// An emulated org as a process: tells its address and a token of its administrator, and serves until it is stopped.
import { createHash, randomBytes } from 'node:crypto'
import { approveAs, createOrg, largeSalesOrg } from '@pryzm/salesforce-emulator'
import { benchApp } from '../bench-app.ts'
import type { BenchOrgOptions } from '../emulated-org.ts'
import { processInput } from '../json-process.ts'

const { rows, pageRows, answerAfterMs = 0 } = processInput<BenchOrgOptions>()
const org = await createOrg({
  ...(rows > 0 && { seed: largeSalesOrg(rows) }),
  app: { clientId: benchApp.clientId, clientSecret: benchApp.clientSecret, redirectUris: [benchApp.redirectUri] },
  settings: { bulk: { pageRows, pagesAhead: true } },
})
for (const object of ['Account', 'Contact', 'Opportunity']) org.admin.addPryzmIdField(object)
if (answerAfterMs > 0) org.faults.add({ latencyMs: answerAfterMs, times: Infinity })
process.once('SIGTERM', stop)
// The benchmark has ended without a word, because something in it failed.
process.once('disconnect', stop)
process.send?.({ url: org.url, accessToken: await administratorsToken() })

function stop(): void {
  void org.close().then(() => process.exit(0))
}

async function administratorsToken(): Promise<string> {
  const verifier = randomBytes(48).toString('base64url')
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: benchApp.clientId,
    redirect_uri: benchApp.redirectUri,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  })
  const callback = new URL(await approveAs(`${org.url}/services/oauth2/authorize?${asked}`, benchApp.username, 'allow'))
  const answer = await fetch(`${org.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: callback.searchParams.get('code') ?? '',
      client_id: benchApp.clientId,
      client_secret: benchApp.clientSecret,
      redirect_uri: benchApp.redirectUri,
      code_verifier: verifier,
    }),
  })
  return ((await answer.json()) as { access_token: string }).access_token
}
