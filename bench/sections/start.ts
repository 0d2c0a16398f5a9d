import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Results } from '../figures.ts'

const repository = join(import.meta.dirname, '../..')

/** Times `npm run demo` from the command to its address: in a fresh clone of what is committed, and once more. */
export async function measureStart(): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'pryzm-start-'))
  try {
    const cloned = spawnSync('git', ['clone', '--quiet', repository, folder])
    if (cloned.status !== 0) throw new Error(`git could not clone the repository: ${cloned.stderr.toString()}`)
    const coldMs = await timeToAddress(folder)
    const warmMs = await timeToAddress(folder)
    return { 'start.coldMs': coldMs, 'start.warmMs': warmMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timeToAddress(folder: string): Promise<number> {
  const started = performance.now()
  const demo = spawn('npm', ['run', 'demo'], {
    cwd: folder,
    env: { ...process.env, PORT: '4380', EMULATOR_PORT: '4381' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let milliseconds = Number.NaN
  for await (const line of createInterface({ input: demo.stdout })) {
    if (!line.includes('Pryzm is ready')) continue
    milliseconds = performance.now() - started
    break
  }
  const exited = demo.exitCode === null ? once(demo, 'exit') : Promise.resolve()
  // Ctrl-C reaches every process of the group.
  if (demo.pid && demo.exitCode === null) process.kill(-demo.pid, 'SIGINT')
  await exited
  if (Number.isNaN(milliseconds)) throw new Error('The demo ended before it was ready; run `npm run demo` to see why.')
  return milliseconds
}
