import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const start = join(import.meta.dirname, '../../apps/demo/start.ts')

/** The demo as `npm run demo` starts it, on free ports and with an empty data folder. */
export interface DemoProcess {
  url: string
  orgUrl: string
  /** Stops it as Ctrl-C does; the data folder stays for another start. */
  stop: () => Promise<number | null>
  /** Starts it again on the same ports and data. */
  restart: () => Promise<void>
  removeData: () => void
}

export async function startDemoProcess(env: Record<string, string> = {}): Promise<DemoProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'pryzm-e2e-'))
  const [port, emulatorPort] = [await freePort(), await freePort()]
  const settings = { ...process.env, PORT: String(port), EMULATOR_PORT: String(emulatorPort), DATA_FOLDER: dataFolder, ...env }
  let running = await launch(settings)
  return {
    url: `http://localhost:${port}`,
    orgUrl: `http://127.0.0.1:${emulatorPort}`,
    stop: () => running.stop(),
    restart: async () => {
      running = await launch(settings)
    },
    removeData: () => rmSync(dataFolder, { recursive: true, force: true }),
  }
}

/** Runs the demo with settings that it cannot use; returns what it says. */
export async function runToEnd(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [start], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}

async function launch(env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [start], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  let ready = false
  for await (const line of createInterface({ input: child.stdout })) {
    ready = line.includes('Pryzm is ready')
    if (ready) break
  }
  if (!ready) throw new Error(`The demo did not start: ${errors}`)
  child.stdout.resume()
  return {
    async stop() {
      const exit = once(child, 'exit')
      child.kill('SIGINT')
      const [code] = (await exit) as [number | null]
      return code
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
