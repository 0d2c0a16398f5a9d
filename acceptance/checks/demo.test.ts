import { afterAll } from 'vitest'
import { check } from '../support/check.ts'
import { everyDialog } from '../support/every-dialog.ts'
import { firstSync } from '../support/first-sync.ts'
import { hydrated } from '../support/hydrated.tsx'
import { keyboardOf } from '../support/keyboard.ts'
import { plantCss, plantHtml } from '../support/plant.ts'
import { sharedDemo } from '../support/shared-demo.ts'
import { underPolicy } from '../support/under-policy.ts'

// Both look at the demo, which takes a while to start: the second finds the workspace that the first has set up.
const demo = sharedDemo()
afterAll(() => demo.stop())

check(5, 'Keyboard only: first sync', {
  timeout: 900_000,
  async run(lab) {
    const page = await lab.blank()
    if (!lab.brief) return firstSync(page, await demo.url())
    const { faults, tabTo } = keyboardOf(page)
    await page.goto(`${await demo.url()}/integrations`)
    await tabTo(page.getByRole('checkbox', { name: 'Salesforce Integration module' }))
    return faults
  },
  seed: plantCss(':focus-visible { outline: none !important }'),
})

check(20, 'Server render and CSP', {
  timeout: 900_000,
  async run(lab) {
    const page = await lab.blank()
    const url = await demo.url()
    const inDemo = await underPolicy(page, url, () => (lab.brief ? page.goto(`${url}/integrations`) : everyDialog(page, url)))
    return lab.brief ? inDemo : [...inDemo, ...(await hydrated(lab))]
  },
  seed: plantHtml('<style>body { margin: 0 }</style>'),
})
