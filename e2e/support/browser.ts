import { chromium, type Browser, type Page } from 'playwright'
import { chromiumLaunchOptions } from '../../test-support/chromium.ts'

/** A browser with one page that reports what went wrong in it. */
export interface OpenBrowser {
  page: Page
  /** Errors of the page and of its console so far. */
  errors: string[]
  /** Another page of the same person. */
  anotherPage: () => Promise<Page>
  close: () => Promise<void>
}

export async function openBrowser(): Promise<OpenBrowser> {
  const browser: Browser = await chromium.launch(chromiumLaunchOptions())
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
  })
  return { page, errors, anotherPage: () => context.newPage(), close: () => browser.close() }
}
