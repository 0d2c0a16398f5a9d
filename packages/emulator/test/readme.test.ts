import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, it, vi } from 'vitest'
import { createOrg, seedFromJson } from '../src/index.ts'

const run = promisify(execFile)
const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const snippets = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code = '']) => code)

const folder = mkdtempSync(join(tmpdir(), 'readme-'))
afterAll(() => rmSync(folder, { recursive: true }))

const emulator = join(import.meta.dirname, '../src/index.ts')
const jsforce = fileURLToPath(import.meta.resolve('jsforce'))

it.each(snippets('ts').map((code, at) => ({ at, code })))(
  'runs its TypeScript, snippet $at, as it stands',
  async ({ at, code }) => {
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const file = join(folder, `snippet-${at}.ts`)
    writeFileSync(file, code.replace("'@pryzm/salesforce-emulator'", `'${emulator}'`).replace("'jsforce'", `'${jsforce}'`))
    await import(/* @vite-ignore */ file)
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  },
)

it('seeds an org with the JSON it shows', async () => {
  const [json = ''] = snippets('json')
  const org = await createOrg({ seed: seedFromJson(JSON.parse(json)) })
  expect(org.admin.find('Contact', { LastName: 'Chen' })).toMatchObject([{ AccountId: org.admin.find('Account')[0]?.Id }])
  await org.close()
})

it('runs its requests by curl', async () => {
  const org = await createOrg({ seed: 'tiny' })
  const [commands = ''] = snippets('sh').filter((code) => code.startsWith('curl'))
  const lines = commands.trim().split('\n')
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines) {
    const { stdout } = await run('sh', ['-c', line.replace('http://127.0.0.1:4400', org.url)])
    expect(stdout).not.toContain('"error"')
  }
  await org.close()
})
