import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface RunOptions {
  cwd: string
  env?: Record<string, string>
}

/** Runs a command to its end and returns what it said; throws with all of it where the command fails. */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { code, said } = await runToEnd(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said}`)
  return said
}

/** Runs a command that may fail. */
export async function runToEnd(command: string, args: readonly string[], { cwd, env }: RunOptions) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}
