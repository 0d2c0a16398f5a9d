import { join } from 'node:path'
import type { Page } from 'playwright'

/** Takes the picture of this name for the documentation, when `PICTURES` names a folder for them. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (!folder) return
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 900 }
  // What is as high as the window, such as the navigation, is then as high as the picture.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.max(height, whole) })
  await page.screenshot({ path: join(folder, `${name}.png`) })
  await page.setViewportSize({ width, height })
}
