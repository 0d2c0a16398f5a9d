// `npm run pictures [-- part of a story's id]`: builds the Storybook, takes a picture of every story in each mode of
// .storybook/modes.ts, and lays them out on one page.
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { preview } from 'vite'
import { type Mode, modes } from '../.storybook/modes.ts'
import { chromiumLaunchOptions } from '../test-support/chromium.ts'

interface Story {
  id: string
  title: string
  name: string
  type: 'story' | 'docs'
}

interface Preview {
  channel: { emit: (event: string, given: object) => void }
  currentRender?: { id?: string; phase?: string }
}

const root = join(import.meta.dirname, '..')
const built = join(root, 'node_modules/.cache/pictures-storybook')
const folder = join(root, 'story-pictures')
const asked = process.argv[2] ?? ''

execFileSync('storybook', ['build', '--output-dir', built, '--quiet'], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
})
const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8')) as { entries: Record<string, Story> }
const stories = Object.values(entries).filter(({ id, type }) => type === 'story' && id.includes(asked))
if (stories.length === 0) {
  console.error(`No story has "${asked}" in its id; ids look like pushbutton-states--idle.`)
  process.exit(1)
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const server = await preview({
  root,
  configFile: false,
  logLevel: 'silent',
  build: { outDir: built },
  preview: { host: '127.0.0.1', port: 0 },
})
const url = server.resolvedUrls?.local[0] ?? ''
const browser = await chromium.launch(chromiumLaunchOptions())
const failed: string[] = []
for (const [name, mode] of Object.entries(modes)) await takeAll(browser, name, mode)
await browser.close()
await server.close()
writeFileSync(join(folder, 'index.html'), contactSheet())
console.log(`${stories.length} stories are on ${join(folder, 'index.html')}.`)
if (failed.length > 0) {
  console.error(`Without a picture: ${failed.join(', ')}`)
  process.exit(1)
}

function isIn(story: Story, mode: string): boolean {
  return story.title.endsWith('/States') || Object.keys(modes).indexOf(mode) < 2
}

async function takeAll(browser: Browser, name: string, { globals, width, system = {} }: Mode): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height: 700 }, ...system })
  const page = await context.newPage()
  const query = Object.entries({ 'a11y.manual': '!true', ...globals }).map(([global, value]) => `${global}:${value}`)
  let open = false
  for (const story of stories.filter((story) => isIn(story, name))) {
    if (open) await show(page, story)
    else await page.goto(`${url}iframe.html?id=${story.id}&viewMode=story&globals=${query.join(';')}`)
    open = true
    if (await stands(page, story)) await page.screenshot({ path: join(folder, `${story.id}.${name}.png`), fullPage: true })
    else failed.push(`${story.id} ${name}`)
  }
  await context.close()
}

async function show(page: Page, { id }: Story): Promise<void> {
  await page.evaluate((storyId) => {
    const { __STORYBOOK_PREVIEW__: shown } = globalThis as unknown as { __STORYBOOK_PREVIEW__: Preview }
    shown.channel.emit('setCurrentStory', { storyId, viewMode: 'story' })
  }, id)
}

/** Waits until the story has played and nothing moves; false where it did not come to its end. */
async function stands(page: Page, { id }: Story): Promise<boolean> {
  const phase = await page.waitForFunction((wanted) => {
    const { __STORYBOOK_PREVIEW__: shown } = globalThis as unknown as { __STORYBOOK_PREVIEW__?: Preview }
    const { id, phase } = shown?.currentRender ?? {}
    return id === wanted && phase !== undefined && ['finished', 'errored', 'aborted'].includes(phase) && phase
  }, id)
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
  return (await phase.jsonValue()) === 'finished'
}

function contactSheet(): string {
  const rows = stories.map((story) => {
    const pictures = Object.keys(modes)
      .filter((mode) => isIn(story, mode))
      .map((mode) => `<figure><img src="${story.id}.${mode}.png" alt="" loading="lazy"><figcaption>${mode}</figcaption></figure>`)
    return `<h2>${story.title} · ${story.name}</h2><div>${pictures.join('')}</div>`
  })
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures of the stories</title>
<style>body{font:14px system-ui;margin:24px}div{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{max-width:420px;border:1px solid #ccc}</style>
<h1>Pictures of the stories</h1>${rows.join('\n')}</html>\n`
}
