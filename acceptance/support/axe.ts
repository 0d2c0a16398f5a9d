import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** WCAG 2.2 AA as far as a machine can tell. */
export const wcag22: RunOptions = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }

/** The rules among them that look at colours. */
export const colours: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

interface Axe {
  run: (where: string, options: RunOptions) => Promise<AxeResults>
}

/** Runs axe over what the story shows, or over what `where` finds in it. */
export async function axe(page: Page, options: RunOptions = wcag22, where = 'html'): Promise<AxeResults> {
  await page.evaluate(source)
  return page.evaluate(([place, asked]) => (globalThis as unknown as { axe: Axe }).axe.run(place, asked), [
    where,
    options,
  ] as const)
}

/** The violations as `rule: element`. */
export function violationsOf({ violations }: AxeResults): string[] {
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} ${any.map(({ message }) => message).join(' ')}`),
  )
}
