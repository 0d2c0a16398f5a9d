import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { WorkerSettings } from './worker-process.ts'

/** A worker in its own process. */
export interface Worker {
  /** Ends the process as a power cut does. */
  kill(): Promise<void>
}

/** Starts a process that works on the queue; resolves once it does. */
export async function startWorker(settings: WorkerSettings): Promise<Worker> {
  const script = fileURLToPath(new URL('worker-process.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await workingOrEnded(child)
  return {
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function workingOrEnded(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The worker ended with ${String(code)} before it worked.`)
  })
  await Promise.race([ended, once(child.stdout ?? child, 'data')])
  ended.catch(() => undefined)
}
