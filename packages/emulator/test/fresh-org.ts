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
    take({ org, connection, call: caller(org, connection.accessToken ?? '') })
  })
  afterAll(() => org.close())
}
