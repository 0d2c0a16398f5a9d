import { Connection } from 'jsforce'
import { onTestFinished, test } from 'vitest'
import { createOrg, type CreateOrgOptions, type EmulatedOrg } from '../src/index.ts'
import { app, caller, tokensFor } from '../test/sign-in.ts'
import { liveOrg } from './live-org.ts'
import { scenarioNumbered } from './scenarios.ts'

/** The API version that scenarios speak unless they say otherwise. */
export const version = '67.0'

/** An org, emulated or real, with the session of an administrator. */
export interface Subject {
  readonly url: string
  /** A request with the session; `path` is below the versioned root unless it begins with `/services`. */
  readonly call: ReturnType<typeof caller>
  readonly jsforce: () => Connection
}

const live = liveOrg()

/** Registers a scenario that does no harm: it runs against the real org where the environment names one. */
export function onAnyOrg(number: number, run: (subject: Subject) => Promise<void>): void {
  const { harmless } = scenarioNumbered(number)
  if (!harmless) throw new Error(`Scenario ${number} is not marked as harmless.`)
  test(titleOf(number), async () => run(live ? subjectOf(live.instanceUrl, live.accessToken) : await emulatedSubject()))
}

/** Registers a scenario that sets the org up, writes, or breaks something: it runs against an emulated org alone. */
export function onEmulator(number: number, run: (org: EmulatedOrg) => Promise<void>, options: CreateOrgOptions = {}): void {
  if (scenarioNumbered(number).harmless) throw new Error(`Scenario ${number} is marked as harmless and must take a Subject.`)
  test.skipIf(live)(titleOf(number), async () => run(await startOrg(options)))
}

/** An emulated org, closed when the test ends: the `tiny` one unless told. */
export async function startOrg(options: CreateOrgOptions = {}): Promise<EmulatedOrg> {
  const org = await createOrg({ seed: 'tiny', app, ...options })
  onTestFinished(() => org.close())
  return org
}

/** How a scenario's test is called, which the report reads. */
function titleOf(number: number): string {
  return `${number}. ${scenarioNumbered(number).name}`
}

async function emulatedSubject(): Promise<Subject> {
  const org = await startOrg()
  for (const object of ['Account', 'Contact', 'Opportunity']) org.admin.addPryzmIdField(object)
  const { access_token = '' } = await tokensFor(org)
  return subjectOf(org.url, access_token)
}

function subjectOf(url: string, accessToken: string): Subject {
  return {
    url,
    call: caller({ url }, accessToken, version),
    jsforce: () => new Connection({ instanceUrl: url, accessToken, version }),
  }
}
