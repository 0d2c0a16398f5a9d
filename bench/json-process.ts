import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** What a measured process tells when it ends. Seconds are of the work itself, CPU and memory of the whole process. */
export interface Measured {
  rows: number
  seconds: number
  /** User and system time of the process in seconds. */
  cpuSeconds: number
  /** Largest resident set, as the operating system sampled it. */
  peakRssMb: number
}

/** Runs one file of `processes/` in a process of its own with a JSON argument, and returns the JSON it sends. */
export async function runProcess<Result>(file: string, input: unknown): Promise<Result> {
  const child = startProcess(file, input)
  let result: { value: Result } | undefined
  child.on('message', (message: { result?: Result }) => {
    if (message.result !== undefined) result = { value: message.result }
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (!result) throw new Error(`${file} ended with code ${code} and told nothing.`)
  return result.value
}

export function startProcess(file: string, input: unknown): ChildProcess {
  return fork(new URL(`processes/${file}`, import.meta.url), [JSON.stringify(input)], {
    execArgv: ['--import', new URL('load-published.ts', import.meta.url).href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

/** The argument of a measured process. */
export function processInput<Input>(): Input {
  return JSON.parse(process.argv[2] ?? 'null') as Input
}

/** Sends what was measured to the benchmark, and ends the process. */
export function tell(result: unknown): void {
  process.send?.({ result }, undefined, undefined, () => process.exit(0))
}

/** What the operating system says of this process so far. */
export function ownUsage(): Pick<Measured, 'cpuSeconds' | 'peakRssMb'> {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakRssMb: maxRSS / 1024 }
}
