import { runProcess } from './json-process.ts'
import type { OurPull, OurPullInput } from './processes/our-pull.ts'

/** Pulls every account into a fresh workspace, as often as asked, in a process that does nothing else. */
export async function pullAccounts(input: OurPullInput): Promise<OurPull[]> {
  await runProcess('connect-workspace.ts', input)
  return runProcess<OurPull[]>('our-pull.ts', input)
}
