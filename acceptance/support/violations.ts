import type { AxeResults, RunOptions } from 'axe-core'
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
  const nodes = incomplete.filter(({ id }) => id === 'color-contrast').flatMap((rule) => rule.nodes)
  const found: string[] = []
  const asked = new Set<string>()
  for (const {
    html,
    target,
    any: [check],
  } of nodes) {
    const { messageKey: cause = '' } = (check?.data ?? {}) as { messageKey?: string }
    const classes = classesOf(html)
    const entry = undecidedContrast.find(({ part, cause: known }) => known === cause && classes.includes(part))
    const question = `${cause} ${classes.join(' ') || html}`
    if (entry) met.add(entry)
    if (entry || asked.has(question)) continue
    asked.add(question)
    found.push(...(await inSight(page, String(target[0]))).map((answer) => `${answer} (${cause}): ${html.slice(0, 160)}`))
  }
  return found
}

/** Asks again with the element in the middle of the window, out from under bars and edges. */
function inSight(page: Page, selector: string): Promise<string[]> {
  return page.evaluate(async (wanted) => {
    const element = document.querySelector(wanted)
    // Text behind a dialog is dimmed and out of reach; it is looked at where there is no dialog.
    if (!element || element.closest('[aria-hidden="true"]')) return []
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const { axe: tool } = globalThis as unknown as { axe: { run: (on: Element, options: RunOptions) => Promise<AxeResults> } }
    const { violations: worse, incomplete } = await tool.run(element, { runOnly: ['color-contrast'] })
    return [...worse.map(() => 'contrast too low'), ...incomplete.map(() => 'contrast not decided')]
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
