import { errors } from '@pryzm/salesforce-sdk'
import type { Page } from 'playwright'
import { vi } from 'vitest'
import { check } from '../support/check.ts'
import { type Endpoint, endpoints, plainStories } from '../support/endpoints.ts'
import { kindsOfFailure, type Failure } from '../support/failures.ts'
import type { Lab } from '../support/lab.ts'
import { serveScenario } from '../support/scenario-server.ts'
import { whole } from '../support/visit.ts'

check(22, 'Failure is recoverable', {
  timeout: whole ? 3_600_000 : 600_000,
  async run(lab) {
    // A share takes the failures in turn, one for every third route.
    const cases = endpoints.flatMap((endpoint, at) =>
      kindsOfFailure
        .filter((_, kind) => whole || (at % 3 === 0 && kind === (at / 3) % kindsOfFailure.length))
        .map((failure) => ({ endpoint, failure })),
    )
    const waiting = lab.brief ? cases.slice(0, 2) : cases
    const found: string[] = []
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const { endpoint, failure } = next
        const where = `${endpoint.route} ${endpoint.path ?? ''} ${failure.name}`
        const broken = await recoverable(lab, endpoint, failure).catch((error) => [String(error).split('\n', 1)[0]])
        found.push(...broken.map((sentence) => `${where}: ${sentence}`))
      }
    }
    await Promise.all([work(), work()])
    return found.toSorted()
  },
  // A host's stylesheet that hides every message.
  seed: {
    page: (page) =>
      page.addInitScript(() =>
        addEventListener('DOMContentLoaded', () => {
          document.body.insertAdjacentHTML('beforeend', '<style>.pz-root .pz-notice { display: none }</style>')
        }),
      ),
  },
})

const troubles = '.pz-notice[data-tone="danger"], .pz-notice[data-tone="warning"]'
/** How a component says that it is not open to this person: trying again would change nothing, so it says whom to ask. */
const locked = '.pz-notice:has(> [data-icon="locked"]), .pz-push-button[data-state="not_permitted"] .pz-push-button-reason'

async function recoverable(lab: Lab, endpoint: Endpoint, { fault }: Failure): Promise<string[]> {
  const server = await serveScenario(endpoint.scenario)
  const reported: string[] = []
  const found: string[] = []
  if (endpoint.press === undefined || endpoint.early) server.fail(endpoint.route, fault, endpoint.path)
  const page = await lab.open(lab.story(endpoint.component, plainStories[endpoint.component]), {
    globals: { server: server.port },
    before: async (opened) => {
      opened.on('console', (message) => {
        const code = /^\w+ failed: (\w+)$/.exec(message.text())?.[1]
        if (code !== undefined) reported.push(code)
      })
    },
  })
  try {
    server.fail(endpoint.route, fault, endpoint.path)
    await endpoint.press?.(page)
    // Something else of the scenario may be wrong, and shown, before the call fails.
    await vi.waitUntil(() => reported.length > 0, { timeout: 20_000 }).catch(() => undefined)
    const notice = page.locator(`${troubles}, ${locked}`).last()
    await notice.waitFor()
    if (((await notice.locator('.pz-notice-title').or(notice).last().textContent()) ?? '').trim() === '')
      found.push('the message has no title')
    await page.waitForTimeout(300)
    if (reported.length !== 1) found.push(`onError was called ${reported.length} times`)
    found.push(...reported.filter((code) => !(code in errors)).map((code) => `${code} is not documented`))
    if (endpoint.kept && !(await endpoint.kept(page))) found.push('what was entered is gone')
    if (await page.locator(locked).first().isVisible()) found.push(...(await whomToAsk(page)))
    else found.push(...(await tryAgain(page)))
    return found
  } finally {
    await page.context().close()
    await server.close()
  }

  async function whomToAsk(shown: Page): Promise<string[]> {
    const notice = shown.locator(locked).first()
    const body = (await notice.locator('.pz-notice-body').or(notice).last().textContent()) ?? ''
    return /admin|integrations:/i.test(body) ? [] : [`"${body}" does not say whom to ask`]
  }

  async function tryAgain(shown: Page): Promise<string[]> {
    server.fail(endpoint.route, null)
    const retry = shown.getByRole('button', { name: /^(Try again|Push again)$/ }).last()
    if (await retry.isVisible()) await retry.click()
    else if (endpoint.again) await endpoint.again(shown)
    else return ['there is nothing to do about it']
    const gone = await shown
      .locator('.pz-notice[data-tone="danger"]')
      .waitFor({ state: 'hidden', timeout: 20_000 })
      .then(
        () => true,
        () => false,
      )
    return gone ? [] : ['trying again does not mend it']
  }
}
