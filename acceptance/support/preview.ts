import type { Page, Request } from 'playwright'
import { plainGlobals } from '../../.storybook/globals.ts'
import type { Story } from './story.ts'

/** Toolbar values of a story, such as `{ theme: 'dark', dir: 'rtl', width: '320' }`. */
export type Globals = Record<string, string>

/** What Storybook's preview lets a page do. */
interface Preview {
  channel: {
    emit: (event: string, given: object) => void
    on: (event: string, listener: (given: { storyId: string }) => void) => void
    off: (event: string, listener: (given: { storyId: string }) => void) => void
  }
  currentRender?: { id?: string; phase?: string }
  storyStoreValue: { userGlobals: { get: () => Globals } }
}

const plain: Globals = { ...plainGlobals }

/** Shows another story in a page that is open, as the sidebar does. */
export async function showStory(
  page: Page,
  story: Story,
  { globals = {}, width = 1280, height = 900 }: { globals?: Globals; width?: number; height?: number } = {},
): Promise<void> {
  await page.setViewportSize({ width, height })
  await draw(page, story, { ...plain, ...globals }, true)
  await settled(page, story)
}

/** Changes toolbar values of the story that is shown. */
export async function dress(page: Page, story: Story, globals: Globals): Promise<void> {
  await draw(page, story, globals, false)
  await settled(page, story)
}

/** Asks the preview for a story in these clothes, and waits until it has drawn it. */
async function draw(page: Page, { id }: Story, globals: Globals, choose: boolean): Promise<void> {
  await page.evaluate(
    ({ id, globals, choose }) =>
      new Promise<void>((resolve, reject) => {
        const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__: Preview }
        const { channel, storyStoreValue } = preview
        const late = setTimeout(() => reject(new Error('The story did not play to its end.')), 120_000)
        channel.on('storyFinished', function finished({ storyId }) {
          if (storyId !== id) return
          clearTimeout(late)
          channel.off('storyFinished', finished)
          resolve()
        })
        const worn = storyStoreValue.userGlobals.get()
        // Changed globals draw the story that is about to go once more.
        if (Object.entries(globals).some(([name, value]) => worn[name] !== value)) channel.emit('updateGlobals', { globals })
        if (!choose) return
        // A story that is there already begins anew.
        if (preview.currentRender?.id === id) channel.emit('forceRemount', { storyId: id })
        else channel.emit('setCurrentStory', { storyId: id, viewMode: 'story' })
      }),
    { id, globals, choose },
  )
}

/** Waits until the story has played and nothing moves any more. */
export async function settled(page: Page, { id }: Story): Promise<void> {
  const phase = await page.waitForFunction((wanted) => {
    const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__?: Preview }
    const { id, phase } = preview?.currentRender ?? {}
    return id === wanted && phase !== undefined && ['finished', 'errored', 'aborted'].includes(phase) && phase
  }, id)
  // A story that threw finishes too, and shows its error.
  const threw = await page.evaluate(() => document.body.classList.contains('sb-show-errordisplay'))
  if (threw || (await phase.jsonValue()) !== 'finished') throw new Error('The story did not play to its end.')
  await arrived(page)
  await quiet(page)
}

/** Scripts that are on their way, by page. */
const scripts = new WeakMap<Page, Set<Request>>()

/** Notes which scripts a page loads: parts of a component come when they are first needed. */
export function noteScripts(page: Page): void {
  const loading = new Set<Request>()
  scripts.set(page, loading)
  page.on('request', (request) => request.resourceType() === 'script' && loading.add(request))
  const ended = (request: Request) => loading.delete(request)
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
}

/** Waits until no script is on its way. */
async function arrived(page: Page): Promise<void> {
  while ((scripts.get(page)?.size ?? 0) > 0) await page.waitForTimeout(50)
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

/** Whether the story that is shown has played. */
export function isFinished(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__?: Preview }
    return preview?.currentRender?.phase === 'finished'
  })
}
