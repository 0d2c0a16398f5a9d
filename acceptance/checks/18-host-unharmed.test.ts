import { check } from '../support/check.ts'
import { dialogsOfSettings } from '../support/every-dialog.ts'
import { hostElements } from '../support/host-elements.ts'
import { type HostState, hostState } from '../support/host-state.ts'
import { servePage } from '../support/served-page.ts'

check(18, 'We cannot break the host', {
  async run(lab) {
    const server = await servePage({ script: 'host-page.tsx', body: hostElements })
    try {
      const page = await lab.blank()
      // Before our stylesheet is there, so that what it does to the host shows up too.
      await page.route('**/page.css', (route) => route.fulfill({ contentType: 'text/css', body: '' }))
      await page.goto(server.url)
      await page.locator('#toggle').waitFor()
      const without = await hostState(page)
      await page.unroute('**/page.css')
      await page.reload()
      const toggle = page.locator('#toggle')
      await toggle.click()
      await page.getByRole('heading', { name: 'Mapping' }).waitFor()
      const shown = await hostState(page)
      await dialogsOfSettings(page)
      await toggle.click()
      await page.getByRole('heading', { name: 'Mapping' }).waitFor({ state: 'detached' })
      return [...changed(styles(without), styles(shown)), ...changed(without, await hostState(page))]
    } finally {
      await server.close()
    }
  },
  seed: {
    page: (page) =>
      page.addInitScript(() => addEventListener('keydown', () => document.body.setAttribute('data-left-behind', ''))),
  },
})

/** While the settings are shown, only the look of what belongs to the host has to be as it was. */
function styles(state: HostState): HostState {
  return state.filter((line) => /^\w+ \d+ /.test(line))
}

function changed(before: HostState, after: HostState): string[] {
  const [was, is] = [new Set(before), new Set(after)]
  return [
    ...before.filter((line) => !is.has(line)).map((line) => `gone: ${line}`),
    ...after.filter((line) => !was.has(line)).map((line) => `new: ${line}`),
  ]
}
