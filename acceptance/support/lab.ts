import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright'
import { inject } from 'vitest'
import { chromiumLaunchOptions } from '../../test-support/chromium.ts'
import { dress, type Globals, noteScripts, settled, showStory } from './preview.ts'
import { type Story, componentOf, isState } from './story.ts'

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
  /** Changes toolbar values of a story that is shown, which keeps what was done in it. */
  dress: (page: Page, story: Story, globals: Globals) => Promise<void>
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
    dress,
    close: () => browser.close(),
  }
}

async function blankPage(browser: Browser, context: BrowserContextOptions, plant?: Seed['page']): Promise<Page> {
  const opened = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...context })
  const page = await opened.newPage()
  // A loaded machine may take long for a story of ten thousand rows.
  page.setDefaultTimeout(120_000)
  noteScripts(page)
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
