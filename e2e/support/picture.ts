import { join } from 'node:path'
import type { Page } from 'playwright'

/** Takes the picture of this name for the documentation, when `PICTURES` names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
