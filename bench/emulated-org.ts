import { once } from 'node:events'
import { startProcess } from './json-process.ts'

/** An emulated org in a process of its own, so that it is not what is measured. */
export interface BenchOrg {
  url: string
  /** A token of the org's administrator, for peers that ask Salesforce themselves. */
  accessToken: string
  stop: () => Promise<void>
}

export interface BenchOrgOptions {
  /** Accounts in the org; 0 for the small seed. */
  rows: number
  /** Largest result page in rows. */
  pageRows: number
  /** Milliseconds by which every answer is held back; none unless told. */
  answerAfterMs?: number
}

export async function startBenchOrg(options: BenchOrgOptions): Promise<BenchOrg> {
  const child = startProcess('emulated-org.ts', options)
  const [org] = (await once(child, 'message')) as [{ url: string; accessToken: string }]
  return {
    ...org,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
