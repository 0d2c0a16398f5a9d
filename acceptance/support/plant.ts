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

/** Plants a stylesheet in every page. */
export function plantCss(css: string): Seed {
  return plantHtml(`<style>${css}</style>`)
}
