import type { AxeResults, NodeResult, RunOptions } from 'axe-core'
import type { Page } from 'playwright'
import { axe, colours, violationsOf, wcag22 } from './axe.ts'
import { type Undecided, undecidedContrast } from './undecided-contrast.ts'
import { type Look, whole } from './visit.ts'

// A share asks again in the dark theme only what colours decide: nothing else differs there.
const themes: readonly (readonly [theme: string, rules: RunOptions])[] = [
  ['light', wcag22],
  ['dark', whole ? wcag22 : colours],
]

const met = new Set<Undecided>()

/** What axe finds against WCAG 2.2 AA, in the light and in the dark theme. */
export const violations: Look = async (page) => {
  const found: string[] = []
  for (const [theme, rules] of themes) {
    await wear(page, theme)
    const results = await axe(page, rules)
    const judged = [...results.passes, ...results.violations, ...results.inapplicable, ...results.incomplete]
    // The one rule of WCAG 2.2 is off unless it is asked for.
    if (rules === wcag22 && !judged.some(({ id }) => id === 'target-size')) found.push(`${theme}: target-size was not looked at`)
    const open = await unreviewed(page, results)
    found.push(...[...violationsOf(results), ...open].map((sentence) => `${theme}: ${sentence}`))
  }
  return found
}

/** Entries of the reviewed list that no story has called for. */
export function unmet(): string[] {
  return undecidedContrast.filter((entry) => !met.has(entry)).map(({ part }) => `${part} is reviewed, and no story asks for it`)
}

/** Contrasts that axe cannot tell and nobody has looked at; one part is asked about once. */
async function unreviewed(page: Page, { incomplete }: AxeResults): Promise<string[]> {
  const found: string[] = []
  const asked = new Set<string>()
  for (const { html, target, any } of undecided(incomplete)) {
    const cause = causeOf(any)
    const question = `${cause} ${classesOf(html).join(' ') || html}`
    if (isReviewed(html, cause) || asked.has(question)) continue
    asked.add(question)
    const { tooLow, open } = await inSight(page, String(target[0]))
    const left = open.map(causeOf).filter((again) => !isReviewed(html, again))
    const answers = [...(tooLow ? ['contrast too low'] : []), ...left.map((again) => `contrast not decided (${again})`)]
    found.push(...answers.map((answer) => `${answer}: ${html.slice(0, 160)}`))
  }
  return found
}

function undecided(incomplete: AxeResults['incomplete']): NodeResult[] {
  return incomplete.filter(({ id }) => id === 'color-contrast').flatMap((rule) => rule.nodes)
}

function causeOf([check]: NodeResult['any']): string {
  const { messageKey = '' } = (check?.data ?? {}) as { messageKey?: string }
  return messageKey
}

function isReviewed(html: string, cause: string): boolean {
  const entry = undecidedContrast.find(({ part, cause: known }) => known === cause && classesOf(html).includes(part))
  if (entry) met.add(entry)
  return entry !== undefined
}

/** Asks again with the element in the middle of the window, out from under edges, and with bars at their own place in the page. */
function inSight(page: Page, selector: string): Promise<{ tooLow: boolean; open: NodeResult['any'][] }> {
  return page.evaluate(async (wanted) => {
    const element = document.querySelector(wanted)
    // Text behind a dialog is dimmed and out of reach; it is looked at where there is no dialog.
    if (!element || element.closest('[aria-hidden="true"]')) return { tooLow: false, open: [] }
    // Nothing shines through a bar without transparency, so that its own place tells as much.
    const bars = [...document.querySelectorAll<HTMLElement>('[data-slot]')].filter((part) => {
      const { position, backgroundColor } = getComputedStyle(part)
      return position === 'sticky' && !/rgba\(|\/|transparent/.test(backgroundColor)
    })
    for (const bar of bars) bar.style.position = 'relative'
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const { axe: tool } = globalThis as unknown as { axe: { run: (on: Element, options: RunOptions) => Promise<AxeResults> } }
    const { violations: worse, incomplete } = await tool.run(element, { runOnly: ['color-contrast'] })
    for (const bar of bars) bar.style.position = ''
    return { tooLow: worse.length > 0, open: incomplete.flatMap(({ nodes }) => nodes.map(({ any }) => any)) }
  }, selector)
}

function classesOf(html: string): string[] {
  return /^<[^>]*? class="([^"]*)"/.exec(html)?.[1]?.split(' ') ?? []
}

/** Changes the theme of what is shown, dialogs included, as the toolbar does. */
async function wear(page: Page, theme: string): Promise<void> {
  await page.evaluate((scheme) => {
    for (const root of document.querySelectorAll('.pz-root')) root.setAttribute('data-pz-scheme', scheme)
    for (const frame of document.querySelectorAll('.frame')) frame.setAttribute('data-theme', scheme)
  }, theme)
}
