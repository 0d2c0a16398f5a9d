// Vitest's global setup: builds the Storybook once and serves it on a free port of 127.0.0.1 while the checks run.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Story } from './story.ts'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'node_modules/.cache/acceptance-storybook')

declare module 'vitest' {
  interface ProvidedContext {
    storybookUrl: string
    stories: Story[]
  }
}

export default async function serveStorybook(project: TestProject): Promise<() => Promise<void>> {
  execFileSync('storybook', ['build', '--output-dir', folder, '--quiet'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // Vitest says `test`, with which React's development build would be shown, that renders twice and slowly.
    env: { ...process.env, NODE_ENV: 'production', STORYBOOK_DISABLE_TELEMETRY: '1' },
  })
  const { entries } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { entries: Record<string, Story> }
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://storybook').pathname)
    const file = join(folder, path === '/' ? 'index.html' : path)
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  project.provide('storybookUrl', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const asked = process.env.ACCEPTANCE_STORIES ?? ''
  project.provide(
    'stories',
    Object.values(entries).filter(({ id }) => id.includes(asked)),
  )
  return async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
