import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { plantHtml } from '../support/plant.ts'
import { whole } from '../support/visit.ts'

/** Records of the story; the header is a row too. */
const rows = 10_000 + 1

check(12, 'Long job', {
  async run(lab) {
    const page = await lab.open(lab.story('JobDetail', 'TenThousandRecords'))
    const found: string[] = []
    const count = await page.getByRole('table').first().getAttribute('aria-rowcount')
    if (count !== String(rows)) found.push(`aria-rowcount is ${count}`)
    found.push(...(await nodes(page, 'at the start')))
    if (lab.brief) return found

    const began = Date.now()
    await scroll(page, 'end')
    const took = Date.now() - began
    // A figure of a machine that does nothing else.
    if (whole && took >= 2000) found.push(`scrolling to the end took ${took} ms`)
    found.push(...(await nodes(page, 'at the end')))

    const toggle = page.getByRole('button', { name: 'Field results for Record 9999', exact: true })
    await toggle.press('Enter')
    await page.getByRole('table', { name: 'Field results for Record 9999' }).waitFor()
    await scroll(page, 'start')
    await page.getByRole('button', { name: 'Field results for Record 1', exact: true }).waitFor()
    found.push(...(await nodes(page, 'away from the open record')))
    await scroll(page, 'end')
    if ((await toggle.getAttribute('aria-expanded')) !== 'true') found.push('record 9,999 is closed after scrolling away')
    if (!(await toggle.evaluate((element) => element === document.activeElement))) found.push('focus was lost in scrolling')
    return found
  },
  seed: plantHtml('<i></i>'.repeat(1600)),
})

async function nodes(page: Page, where: string): Promise<string[]> {
  const count = await page.evaluate(() => document.querySelectorAll('*').length)
  return count < 1500 ? [] : [`${count} elements ${where}`]
}

/** Scrolls the list until its first or its last row is there; more records come while it scrolls. */
async function scroll(page: Page, to: 'start' | 'end'): Promise<void> {
  await page.evaluate(
    ({ to, wanted }) =>
      new Promise<void>((resolve) => {
        const step = () => {
          const table = document.querySelector('table[aria-rowcount]')
          if (!table) return
          const row = table.querySelector(`[aria-rowindex="${wanted}"]`)
          const { top, bottom } = table.getBoundingClientRect()
          const at = row?.getBoundingClientRect()
          if (at && at.bottom > top && at.top < bottom + 1) return resolve()
          table.scrollTop = to === 'end' ? table.scrollHeight : 0
          requestAnimationFrame(step)
        }
        step()
      }),
    { to, wanted: to === 'end' ? rows - 1 : 2 },
  )
}
