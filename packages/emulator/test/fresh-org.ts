import type { Connection } from 'jsforce'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { createOrg, type EmulatedOrg } from '../src/index.ts'
import { app, caller, connect } from './sign-in.ts'

/** A `tiny` org as it was at the start, with its administrator signed in. */
export interface FreshOrg {
  org: EmulatedOrg
  connection: Connection
  /** Plain HTTP with the administrator's session. */
  call: ReturnType<typeof caller>
  /** The same, with the answer read as JSON. */
  send: (method: string, path: string, body?: object) => Promise<{ status: number; answer: unknown }>
}

/** Gives every test of the file an org as new; `take` gets it before each. */
export function inFreshOrg(take: (fresh: FreshOrg) => void): void {
  let org: EmulatedOrg
  beforeAll(async () => {
    org = await createOrg({ seed: 'tiny', app })
  })
  beforeEach(async () => {
    org.reset()
    const connection = await connect(org)
    const call = caller(org, connection.accessToken ?? '')
    take({
      org,
      connection,
      call,
      send: async (method, path, body) => {
        const response = await call(method, path, body)
        const answer: unknown = await response.json()
        return { status: response.status, answer }
      },
    })
  })
  afterAll(() => org.close())
}
