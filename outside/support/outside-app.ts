import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { packInto } from './pack.ts'
import { run, runToEnd } from './run.ts'

// Nobody outside hears of these builds.
const quiet = { NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }

/** A fresh app in a folder of its own that has the kit from tarballs, as a stranger's would. */
export interface OutsideApp {
  folder: string
  /** Runs one of its scripts. */
  script: (name: string) => Promise<string>
  /** What TypeScript finds wrong in the app and in the types of our packages; other packages' own faults are left out. */
  typeErrors: () => Promise<string[]>
  /** Starts its server and waits until it answers. */
  start: (command: string, args: readonly string[], env: Record<string, string>) => Promise<{ stop: () => Promise<void> }>
  remove: () => void
}

/** Copies an app of this folder to a fresh place and installs the packed packages into it with npm. */
export async function createOutsideApp(name: string): Promise<OutsideApp> {
  const folder = mkdtempSync(join(tmpdir(), `pryzm-${name}-`))
  cpSync(join(import.meta.dirname, '..', name), folder, { recursive: true })
  const tarballs = await packInto(folder, ['sdk', 'ui', 'server'])
  const path = join(folder, 'package.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as { dependencies: Record<string, string> }
  for (const [dependency, tarball] of Object.entries(tarballs)) manifest.dependencies[dependency] = `file:${tarball}`
  // What one package needs of another is the tarball too.
  writeFileSync(path, JSON.stringify({ ...manifest, overrides: overridesOf(tarballs) }, null, 2))
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder, env: quiet })
  return {
    folder,
    script: (script) => run('npm', ['run', script], { cwd: folder, env: quiet }),
    typeErrors: () => typeErrors(folder),
    start: (command, args, env) => startServer(folder, command, args, env),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

async function typeErrors(folder: string): Promise<string[]> {
  const { said } = await runToEnd('npx', ['tsc', '--noEmit', '--skipLibCheck', 'false', '--pretty', 'false'], { cwd: folder })
  return said.split('\n').filter((line) => /: error TS/.test(line) && !/^node_modules\/(?!@pryzm\/)/.test(line))
}

function overridesOf(tarballs: Record<string, string>) {
  return Object.fromEntries(Object.keys(tarballs).map((name) => [name, `$${name}`]))
}

async function startServer(folder: string, command: string, args: readonly string[], env: Record<string, string>) {
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...quiet, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const deadline = Date.now() + 60_000
  while (!(await answers(`http://localhost:${env.PORT}/`))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`The server did not start:\n${said}`)
    await wait(200)
  }
  return {
    async stop() {
      if (child.exitCode !== null) return
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
    },
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
