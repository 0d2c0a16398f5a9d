import type { Page } from 'playwright'
import { axe, violationsOf } from '../support/axe.ts'
import { check } from '../support/check.ts'
import type { Story } from '../support/story.ts'
import { plantCss } from '../support/plant.ts'
import { whole } from '../support/visit.ts'

const levels = ['00', '80', 'ff']
const accents = levels.flatMap((red) => levels.flatMap((green) => levels.map((blue) => `#${red}${green}${blue}`)))

check(19, 'Any brand colour is readable', {
  timeout: whole ? 1_800_000 : 600_000,
  async run(lab) {
    const shown: [string, string][] = [
      ['MappingEditor', 'DirtyOne'],
      ['PullPanel', 'RunningOrganizations'],
      ...(whole
        ? ([
            ['SalesforceSettings', 'Healthy'],
            ['PushButton', 'NewerInSalesforce'],
          ] as [string, string][])
        : []),
    ]
    const pages: [Story, Page][] = []
    for (const [component, state] of shown) {
      const story = lab.story(component, state)
      pages.push([story, await lab.open(story, { context: { reducedMotion: 'reduce' } })])
    }
    const tried = lab.brief ? accents.slice(-1) : accents
    return (await Promise.all(pages.map(([story, page]) => unreadable(story, page, tried)))).flat()

    async function unreadable(story: Story, page: Page, tried: readonly string[]): Promise<string[]> {
      const found: string[] = []
      await page.locator(controls).first().waitFor()
      await markLooks(page)
      for (const theme of ['light', 'dark']) {
        // A share takes the themes in turn.
        const worn = tried.filter((_, at) => whole || lab.brief || at % 2 === Number(theme === 'dark'))
        for (const accent of worn) {
          await wear(page, theme, accent)
          const seen = [...(await texts(page)), ...(await shapes(page))]
          found.push(...seen.map((sentence) => `${story.id} ${theme} ${accent}: ${sentence}`))
        }
      }
      await page.context().close()
      return found
    }
  },
  seed: plantCss('.pz-root { --pz-on-accent: #888 !important; --pz-accent-text: #888 !important; --pz-focus: #888 !important }'),
})

const controls = '.pz-root :is(button, a[href], .pz-segment)'

/** Picks one control of each look: the accent reaches all others of that look the same way. */
function markLooks(page: Page): Promise<void> {
  return page.evaluate((all) => {
    const seen = new Set<string>()
    for (const control of document.querySelectorAll<HTMLElement>(all)) {
      const { variant, tone } = control.dataset
      const on = control.ariaSelected ?? control.ariaPressed ?? String(control.querySelector(':checked') !== null)
      const look = [control.tagName, control.className, variant, tone, on, control.ariaDisabled].join()
      if (seen.has(look) || !control.checkVisibility()) continue
      seen.add(look)
      control.dataset.judged = ''
    }
  }, controls)
}

/** Sets the one variable that a host sets, and the theme, as a host's page would. */
async function wear(page: Page, theme: string, accent: string): Promise<void> {
  await page.evaluate(
    ([scheme = '', colour = '']) => {
      for (const frame of document.querySelectorAll('.frame')) frame.setAttribute('data-theme', scheme)
      for (const root of document.querySelectorAll<HTMLElement>('.pz-root')) {
        root.setAttribute('data-pz-scheme', scheme)
        root.style.setProperty('--pz-accent', colour)
      }
    },
    [theme, accent],
  )
}

/** Texts of buttons, links and tabs with too little contrast, or whose contrast cannot be told. */
async function texts(page: Page): Promise<string[]> {
  const rules = { runOnly: ['color-contrast'], resultTypes: ['violations', 'incomplete'] as const }
  const results = await axe(page, { ...rules, resultTypes: [...rules.resultTypes] }, '[data-judged]')
  return violationsOf({ ...results, violations: [...results.violations, ...results.incomplete] })
}

/** What axe does not look at: the focus outline, the line under the selected tab and the bar of a progress need 3:1. */
function shapes(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    const found: string[] = []

    for (const control of document.querySelectorAll<HTMLElement>('[data-judged]')) {
      control.focus({ focusVisible: true })
      if (document.activeElement !== control) continue
      const { outlineColor, outlineWidth, outlineStyle, outlineOffset } = getComputedStyle(control)
      const name = control.textContent?.trim().slice(0, 40) ?? ''
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) found.push(`${name} has no focus outline of 2 pixels`)
      const around = Number.parseFloat(outlineOffset) < 0 ? control : (control.parentElement ?? control)
      need(`focus on ${name}`, outlineColor, groundOf(around))
    }
    for (const tab of document.querySelectorAll('[role="tab"][aria-selected="true"]')) {
      need('the selected tab', getComputedStyle(tab).borderBlockEndColor, groundOf(tab))
    }
    for (const bar of document.querySelectorAll('progress')) {
      // Its value, which a page cannot ask about, is painted in the element's own colour.
      need('progress', getComputedStyle(bar).color, groundOf(bar))
    }
    return [...new Set(found)]

    function need(what: string, colour: string, ground: string) {
      const one = luminance(colour)
      const other = luminance(ground)
      const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
      if (contrast < 3) found.push(`${what}: ${colour} on ${ground} is ${contrast.toFixed(2)}:1`)
    }

    /** The nearest background that is not see-through. */
    function groundOf(from: Element): string {
      for (let outer: Element | null = from; outer; outer = outer.parentElement) {
        const { backgroundColor } = getComputedStyle(outer)
        if (pixel(backgroundColor)[3] === 255) return backgroundColor
      }
      return 'white'
    }

    function pixel(colour: string): Uint8ClampedArray {
      if (!pen) throw new Error('There is no canvas.')
      pen.clearRect(0, 0, 1, 1)
      pen.fillStyle = colour
      pen.fillRect(0, 0, 1, 1)
      return pen.getImageData(0, 0, 1, 1).data
    }

    function luminance(colour: string): number {
      const [red = 0, green = 0, blue = 0] = Array.from(pixel(colour).slice(0, 3), (level) => {
        const share = level / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
  })
}
