import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createOrgs } from '../../../src/salesforce/create-orgs.ts'
import { type Org, Secret } from '../../../src/engine/ports/index.ts'

export interface AnsweringOrg {
  url: string
  /** Opens an org there; tokens are `first`, then `second`, and so on. */
  open(): { org: Org; renewed: string[] }
  close(): Promise<void>
}

/** A server that answers as a test wants it to, where the emulated org is too well-behaved. */
export async function answering(
  answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>,
  patience: { answerMs?: number; pauseMs?: number; tries?: number } = {},
): Promise<AnsweringOrg> {
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`
  const orgs = createOrgs({ clientId: 'c', redirectUri: 'http://app.test', patience: { pauseMs: 1, tries: 3, ...patience } })
  return {
    url,
    open() {
      const tokens = ['second', 'third', 'fourth']
      const renewed: string[] = []
      const org = orgs.open({
        instanceUrl: url,
        accessToken: new Secret('first'),
        async renew(dead) {
          renewed.push(dead.reveal())
          return { accessToken: new Secret(tokens.shift() ?? 'none'), instanceUrl: url }
        },
      })
      return { org, renewed }
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export function json(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers }).end(JSON.stringify(body))
}

export const deadSession = [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]
