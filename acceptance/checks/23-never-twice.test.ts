import { scenarios } from '@pryzm/salesforce-sdk/testing'
import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import type { Lab } from '../support/lab.ts'
import { type Received, type ScenarioServer, serveScenario } from '../support/scenario-server.ts'

check(23, 'Never twice, never guess', {
  async run(lab) {
    const server = await serveScenario(scenarios.connectedHealthy)
    try {
      return [...(await pressedTwice(lab, server)), ...(await enterHeld(lab, server)), ...(await unheard(lab, server))]
    } finally {
      await server.close()
    }
  },
  seed: {
    // A host's fetch that repeats what it sends, as some wrappers do.
    page: (page) =>
      page.addInitScript(() => {
        const real = globalThis.fetch
        globalThis.fetch = (input, init) => {
          if (input instanceof Request && input.method === 'POST') void real(input.clone(), init)
          return real(input, init)
        }
      }),
  },
})

async function openButton(lab: Lab, server: ScenarioServer): Promise<Page> {
  server.reset(scenarios.connectedHealthy)
  const page = await lab.open(lab.story('PushButton', 'Idle'), { globals: { server: server.port } })
  await page.getByRole('button', { name: 'Push to Salesforce', disabled: false }).waitFor()
  return page
}

async function pressedTwice(lab: Lab, server: ScenarioServer): Promise<string[]> {
  const page = await openButton(lab, server)
  await page.getByRole('button', { name: 'Push to Salesforce' }).dblclick()
  const found = await whatWasSent(page, server)
  await page.context().close()
  return found.map((sentence) => `pressed twice: ${sentence}`)
}

async function enterHeld(lab: Lab, server: ScenarioServer): Promise<string[]> {
  const page = await openButton(lab, server)
  await page.getByRole('button', { name: 'Push to Salesforce' }).focus()
  // Each further `down` without an `up` is a repeat, as the keyboard sends it while a key is held.
  for (let repeat = 0; repeat < 30; repeat += 1) await page.keyboard.down('Enter')
  const found = await whatWasSent(page, server)
  await page.keyboard.up('Enter')
  await page.context().close()
  return found.map((sentence) => `Enter held: ${sentence}`)
}

/** One push, with one key; the look at what would be overwritten, which writes nothing, is no push. */
async function whatWasSent(page: Page, server: ScenarioServer): Promise<string[]> {
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(300)
  return pushesOf(server.received).length === 1 ? [] : [`${pushesOf(server.received).length} pushes were sent`]
}

async function unheard(lab: Lab, server: ScenarioServer): Promise<string[]> {
  const found: string[] = []
  const page = await openButton(lab, server)
  server.fail('pushes.create', { kind: 'break_after' })
  await page.getByRole('button', { name: 'Push to Salesforce' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText("We sent this but didn't hear back.").waitFor()
  const sent = pushesOf(server.received)
  if (sent.length !== 1) found.push(`${sent.length} pushes were sent while the network dropped`)

  const before = server.received.length
  await dialog.getByRole('button', { name: 'Check now' }).click()
  await dialog.getByText(/It did arrive|No finished push was found/).waitFor()
  const asked = server.received.slice(before)
  if (asked.length === 0) found.push('Check now asked nothing')
  found.push(...asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `Check now sent ${method} ${path}`))

  server.fail('pushes.create', null)
  await dialog.getByRole('button', { name: 'Push again' }).click()
  await dialog
    .getByText(/^Sent \d/)
    .first()
    .waitFor()
  const keys = new Set(
    pushesOf(server.received).map(({ body }) => (JSON.parse(body) as { idempotencyKey: string }).idempotencyKey),
  )
  if (keys.size !== 1) found.push(`the same push went under ${keys.size} keys`)
  await page.context().close()
  return found
}

function pushesOf(received: readonly Received[]): Received[] {
  return received.filter(({ method, path }) => method === 'POST' && path === '/pushes')
}
