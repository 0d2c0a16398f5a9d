import type { Page } from 'playwright'
import type { Seed } from './lab.ts'

/** Plants markup at the end of every page. */
export function plantHtml(html: string): Seed {
  return {
    page: (page: Page) =>
      page.addInitScript((planted) => {
        addEventListener('DOMContentLoaded', () => document.body.insertAdjacentHTML('beforeend', planted))
      }, html),
  }
}

/** Plants a stylesheet in every page, one that a content security policy lets through. */
export function plantCss(css: string): Required<Pick<Seed, 'page'>> {
  return {
    page: (page: Page) =>
      page.addInitScript((planted) => {
        const sheet = new CSSStyleSheet()
        sheet.replaceSync(planted)
        document.adoptedStyleSheets.push(sheet)
      }, css),
  }
}
