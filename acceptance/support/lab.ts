import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { inject } from 'vitest'
import { chromiumLaunchOptions } from '../../test-support/chromium.ts'
import { type Story, componentOf, isState } from './story.ts'

/** Toolbar values of a story, such as `{ theme: 'dark', dir: 'rtl', width: '320' }`. */
export type Globals = Record<string, string>

export interface OpenOptions {
  globals?: Globals
  /** CSS pixels of the window; 1280 unless told. */
  width?: number
  /** CSS pixels of the window; 900 unless told. */
  height?: number
  context?: BrowserContextOptions
  /** Runs before the page's own scripts. */
  before?: (page: Page) => Promise<unknown>
  /** False for a story that is watched while it starts. */
  settle?: boolean
}

/** A Chromium over the built Storybook. */
export interface Lab {
  url: string
  /** Every story of the index. */
  stories: readonly Story[]
  /** Stories of the design's states. */
  states: readonly Story[]
  /** True where a violation was planted: a check then looks at the first stories alone. */
  brief: boolean
  /** Shows a story in a page of its own, and waits until it has played and stands still. */
  open: (story: Story, options?: OpenOptions) => Promise<Page>
  /** An empty page with the violation planted, for something else than a story. */
  blank: (context?: BrowserContextOptions) => Promise<Page>
  /** Shows another story in a page that is open, as the sidebar does, which is faster than a page of its own. */
  show: (page: Page, story: Story, options?: Pick<OpenOptions, 'globals' | 'width' | 'height'>) => Promise<void>
  /** The story of this name; throws where there is none. */
  story: (component: string, state: string) => Story
  /** Code that is added to everything that is bundled. */
  source: string
  browser: Browser
  close: () => Promise<void>
}

/** What plants a violation: a script for every page, another list of stories, or code in every bundle. */
export interface Seed {
  page?: (page: Page) => Promise<unknown>
  stories?: (stories: readonly Story[]) => readonly Story[]
  source?: string
}

export async function openLab(seed?: Seed): Promise<Lab> {
  const browser = await chromium.launch(chromiumLaunchOptions())
  const url = inject('storybookUrl')
  const all = inject('stories')
  const stories = seed?.stories?.(all) ?? all
  return {
    url,
    browser,
    stories: stories.filter(({ type }) => type === 'story'),
    states: stories.filter(isState),
    brief: seed !== undefined,
    source: seed?.source ?? '',
    story(component, state) {
      const found = stories.find((story) => componentOf(story) === component && story.exportName === state)
      if (!found) throw new Error(`There is no story ${component} ${state}.`)
      return found
    },
    open: (story, options) => openStory(browser, url, story, options, seed?.page),
    blank: (context = {}) => blankPage(browser, context, seed?.page),
    show: showStory,
    close: () => browser.close(),
  }
}

async function blankPage(browser: Browser, context: BrowserContextOptions, plant?: Seed['page']): Promise<Page> {
  const opened = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })
  const page = await opened.newPage()
  page.setDefaultTimeout(60_000)
  await plant?.(page)
  return page
}

async function openStory(
  browser: Browser,
  url: string,
  story: Story,
  { globals = {}, width = 1280, height = 900, context = {}, before, settle = true }: OpenOptions = {},
  plant?: Seed['page'],
): Promise<Page> {
  const page = await blankPage(browser, { viewport: { width, height }, ...context })
  await before?.(page)
  await plant?.(page)
  // The addon's own audit would run beside ours.
  const asked = { 'a11y.manual': '!true', ...globals }
  const query = Object.entries(asked).map(([name, value]) => `${name}:${value}`)
  await page.goto(`${url}/iframe.html?id=${story.id}&viewMode=story&globals=${query.join(';')}`)
  if (settle) await settled(page, story)
  return page
}

/** What Storybook's preview lets a page do. */
interface Preview {
  channel: { emit: (event: string, given: object) => void }
  currentRender?: { id?: string; phase?: string }
}

const plain: Globals = { theme: 'light', dir: 'ltr', width: 'full', density: 'comfortable', host: 'none', kit: 'first' }

async function showStory(
  page: Page,
  story: Story,
  { globals = {}, width = 1280, height = 900 }: Pick<OpenOptions, 'globals' | 'width' | 'height'> = {},
): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.evaluate(
    ({ id, asked }) => {
      const { channel } = (globalThis as unknown as { __STORYBOOK_PREVIEW__: Preview })['__STORYBOOK_PREVIEW__']
      channel.emit('updateGlobals', { globals: asked })
      channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' })
    },
    { id: story.id, asked: { ...plain, ...globals } },
  )
  await settled(page, story)
}

/** Waits until the story has played and nothing moves any more. */
async function settled(page: Page, { id }: Story): Promise<void> {
  const phase = await page.waitForFunction((wanted) => {
    const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__?: Preview }
    const { id, phase } = preview?.currentRender ?? {}
    return id === wanted && phase !== undefined && ['finished', 'errored', 'aborted'].includes(phase) && phase
  }, id)
  if ((await phase.jsonValue()) !== 'finished') throw new Error('The story did not play to its end.')
  await quiet(page)
}

/** Waits until the document has not changed for a moment, 3 seconds at most. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      const still = () => {
        observer.disconnect()
        resolve()
      }
      let timer = setTimeout(still, 150)
      const last = setTimeout(still, 3000)
      const observer = new MutationObserver(() => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          clearTimeout(last)
          still()
        }, 150)
      })
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    })
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
