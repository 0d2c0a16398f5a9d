import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runToEnd } from './support/demo-process.ts'

describe('a setting of the demo that cannot be used', () => {
  let dataFolder: string
  beforeAll(() => {
    dataFolder = mkdtempSync(join(tmpdir(), 'pryzm-e2e-'))
  })
  afterAll(() => rmSync(dataFolder, { recursive: true }))

  it.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty"; set it to a port number between 1 and 65535, or leave it out.'],
    [
      { DATABASE_URL: 'mysql://db' },
      'DATABASE_URL is not a Postgres URL; write it as postgres://user:password@host:5432/name, or leave it out.',
    ],
    [{ SALESFORCE_CLIENT_ID: '3MVG9' }, 'SALESFORCE_CLIENT_ID is set without SALESFORCE_CLIENT_SECRET; set both, or neither.'],
  ])('is one sentence: %j', async (env, sentence) => {
    const { code, said } = await runToEnd({ DATA_FOLDER: dataFolder, ...env })
    expect(said.trim()).toBe(sentence)
    expect(code).toBe(1)
  })

  it('is one sentence where a port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const { code, said } = await runToEnd({ DATA_FOLDER: dataFolder, EMULATOR_PORT: String(port) })
    taken.close()
    expect(said).toContain(`Port ${port} is in use; stop what runs there, or set PORT or EMULATOR_PORT to another one.`)
    expect(said).not.toContain('    at ')
    expect(code).toBe(1)
  })
})
