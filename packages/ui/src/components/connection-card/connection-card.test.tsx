import { buildConnection, buildDisconnected, buildRefused, buildScenario, member, scenarios } from '@pryzm/salesforce-sdk/testing'
import { expect, it, vi } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import { ConnectionCard } from './connection-card.tsx'

const card = page.getByRole('region', { name: 'Salesforce connection' })

it('shows which org is connected, as whom and by whom', async () => {
  await renderWithSalesforce(<ConnectionCard />)
  await expect.element(card.getByText('Connected', { exact: true })).toBeVisible()
  await expect.element(card.getByText('Acme Corporation')).toBeVisible()
  await expect.element(card.getByText('ada@acme.example')).toBeVisible()
  await expect.element(card.getByText(/Ada Admin/)).toBeVisible()
  await expectAccessible()
})

it.each([320, 600, 900])('is walked through by Tab in the order in which it is seen, at %i pixels', async (width) => {
  await page.viewport(width, 800)
  await renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.apiLimitReached })
  const check = card.getByRole('button', { name: 'Check now' })
  const disconnect = card.getByRole('button', { name: 'Disconnect' })
  await expect.element(card).toHaveAttribute('data-width', { 320: 's', 600: 'm', 900: 'l' }[width])
  const seenFirst = () => top(check) < top(disconnect)
  const reachedFirst = () =>
    (check.element().compareDocumentPosition(disconnect.element()) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
  await expect.poll(seenFirst).toBe(width < 768)
  await expect.poll(reachedFirst).toBe(width < 768)
})

function top(button: Locator): number {
  return button.element().getBoundingClientRect().top
}

it('leaves for Salesforce on Connect, to come back to this page', async () => {
  const { calls, left } = await renderWithSalesforce(<ConnectionCard returnTo="/settings/salesforce" />, {
    scenario: scenarios.disconnected,
  })
  const connect = card.getByRole('link', { name: 'Connect', exact: true })
  await expect.element(connect).toHaveAttribute('href', '/api/salesforce/connection/start?returnTo=%2Fsettings%2Fsalesforce')
  await connect.click()
  await expect.poll(() => left).toHaveLength(1)
  expect(calls('connection.connect')).toEqual([{ returnTo: '/settings/salesforce' }])
  const opening = card.getByRole('link', { name: 'Opening Salesforce' })
  await expect.element(opening).toHaveAttribute('aria-disabled', 'true')
  await opening.click({ force: true })
  expect(calls('connection.connect')).toHaveLength(1)
  await expectAccessible()
})

it('signs in at a My Domain host, also when a whole address was pasted', async () => {
  const { calls } = await renderWithSalesforce(<ConnectionCard returnTo="/" />, { scenario: scenarios.disconnected })
  await card.getByRole('button', { name: 'Use a My Domain address' }).click()
  const field = card.getByLabelText('My Domain address')
  await expect.element(field).toHaveFocus()
  await field.fill('acme.example')
  await card.getByRole('link', { name: 'Connect', exact: true }).click()
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await field.fill('https://acme.my.salesforce.com/lightning')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => calls('connection.connect')).toEqual([{ returnTo: '/', loginHost: 'acme.my.salesforce.com' }])
})

it('disconnects only after a question, says so, and puts focus on the heading', async () => {
  const { calls } = await renderWithSalesforce(<ConnectionCard />)
  await card.getByRole('button', { name: 'Disconnect' }).click()
  const question = page.getByRole('alertdialog', { name: 'Disconnect Acme Corporation?' })
  await expect.element(question.getByRole('button', { name: 'Keep connected' })).toHaveFocus()
  await expectAccessible()
  expect(calls('connection.disconnect')).toHaveLength(0)
  await question.getByRole('button', { name: 'Disconnect' }).click()
  await expect.element(card.getByText('Disconnected. Your mapping is kept.')).toBeVisible()
  await expect.element(spoken('status')).toHaveTextContent('Disconnected. Your mapping is kept.')
  await expect.element(card.getByRole('heading', { name: 'Salesforce connection' })).toHaveFocus()
  expect(calls('connection.disconnect')).toHaveLength(1)
})

it('gives focus back to the button when the question is dismissed', async () => {
  await renderWithSalesforce(<ConnectionCard />)
  const button = card.getByRole('button', { name: 'Disconnect' })
  await button.click()
  await expect.element(page.getByRole('alertdialog')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
})

it('stays connected and says why when the disconnect fails', async () => {
  const scenario = buildScenario({
    overrides: { 'connection.disconnect': { error: { code: 'internal', message: 'The server could not answer.' } } },
  })
  await renderWithSalesforce(<ConnectionCard />, { scenario })
  await card.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect' }).click()
  await expect.element(page.getByText('The server could not answer.')).toBeVisible()
  await page.getByRole('button', { name: 'Keep connected' }).click()
  await expect.element(card.getByText('Connected', { exact: true })).toBeVisible()
})

it('warns of a running pull before it disconnects', async () => {
  await renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.pulling })
  await card.getByRole('button', { name: 'Disconnect' }).click()
  await expect.element(page.getByText(/A pull is running. It stops after the current batch/)).toBeVisible()
})

it('keeps Connect reachable for people who may not manage, with the rule and the role named', async () => {
  const { calls } = await renderWithSalesforce(<ConnectionCard />, {
    scenario: buildScenario({ connection: buildDisconnected({ viewer: member }) }),
  })
  const connect = card.getByRole('button', { name: 'Connect', exact: true })
  await expect.element(connect).toHaveAttribute('aria-disabled', 'true')
  await expect.element(connect).toHaveAccessibleDescription(/integrations:manage.*Workspace Admins/)
  connect.element().focus()
  await expect.element(connect).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(calls('connection.connect')).toHaveLength(0)
  await expectAccessible()
})

it('says what a sandbox refusal means and offers to connect a production org', async () => {
  await renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.sandboxRejected })
  await expect.element(card.getByText("Salesforce sandboxes aren't supported yet")).toBeVisible()
  await expect.element(card.getByRole('link', { name: 'Connect a production org' })).toBeVisible()
  await expectAccessible()
})

it('asks to reconnect when Salesforce stopped accepting our access', async () => {
  await renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.tokenRevoked })
  await expect.element(card.getByText(/Salesforce stopped accepting our access on/)).toBeVisible()
  await expect.element(card.getByText('Pulls and pushes are paused; your mapping is kept.')).toBeVisible()
  await expect.element(card.getByRole('link', { name: 'Reconnect' })).toBeVisible()
  await expectAccessible()
})

it('starts fresh with another org only after its name was typed', async () => {
  const { calls } = await renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.differentOrg })
  await card.getByRole('button', { name: 'Start fresh with Globex' }).click()
  const question = page.getByRole('alertdialog', { name: 'Start fresh with Globex?' })
  await question.getByRole('button', { name: 'Start fresh with Globex' }).click()
  await expect.element(question.getByText('This does not read Globex.')).toBeVisible()
  expect(calls('connection.chooseOrg')).toHaveLength(0)
  await question.getByLabelText('Type Globex to confirm').fill('Globex')
  await question.getByRole('button', { name: 'Start fresh with Globex' }).click()
  await expect.poll(() => calls('connection.chooseOrg')).toEqual([{ choice: 'start_fresh' }])
  await expect.element(card.getByText('globex', { exact: false }).first()).toBeVisible()
})

it('follows a change that happens elsewhere, and says it', async () => {
  const { transport } = await renderWithSalesforce(<ConnectionCard />)
  await expect.element(card.getByText('Connected', { exact: true })).toBeVisible()
  transport.override('connection.get', { answer: scenarios.tokenRevoked.connection })
  await expect
    .poll(() => {
      transport.emit({ type: 'changed', what: 'connection' })
      return card.getByText('Reconnect needed').elements().length
    })
    .toBeGreaterThan(0)
  await expect.element(spoken('status')).toHaveTextContent('Reconnect needed')
})

it('tries again after a failed load, and tells the host once', async () => {
  const errors: string[] = []
  const scenario = buildScenario({
    overrides: { 'connection.get': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } },
  })
  const { transport } = await renderWithSalesforce(<ConnectionCard />, {
    scenario,
    onError: ({ code, component }) => errors.push(`${component} ${code}`),
  })
  await expect.element(card.getByText("The connection didn't load")).toBeVisible()
  expect(errors).toEqual(['ConnectionCard rate_limited'])
  transport.override('connection.get', null)
  await card.getByRole('button', { name: 'Try again' }).click()
  await expect.element(card.getByText('Connected', { exact: true })).toBeVisible()
})

it('greets a return from Salesforce, once: a reload does not', async () => {
  history.replaceState(null, '', '?salesforce=connected')
  const connected: string[] = []
  await renderWithSalesforce(<ConnectionCard />, {
    scenario: buildScenario({ connection: buildConnection() }),
    onConnected: ({ org }) => connected.push(org?.name ?? ''),
  })
  await expect.element(card.getByText('Salesforce connected to Acme Corporation.')).toBeVisible()
  await expect.element(card.getByRole('heading', { name: 'Salesforce connection' })).toHaveFocus()
  expect(location.search).toBe('')
  expect(connected).toEqual(['Acme Corporation'])
})

it('stands alone when it is given a client', async () => {
  const { transport } = await renderWithSalesforce(null)
  const { createSalesforceClient } = await import('@pryzm/salesforce-sdk')
  const { render } = await import('vitest-browser-react')
  await render(<ConnectionCard client={createSalesforceClient({ baseUrl: '/api/salesforce', transport })} />)
  await expect.element(card.getByText('Acme Corporation')).toBeVisible()
})

it('keeps the look and the language of the page around it when it is given another client', async () => {
  const { createScenarioTransport } = await import('@pryzm/salesforce-sdk/testing')
  const { createSalesforceClient } = await import('@pryzm/salesforce-sdk')
  const transport = createScenarioTransport(scenarios.disconnected)
  const { calls } = await renderWithSalesforce(
    <ConnectionCard client={createSalesforceClient({ baseUrl: '/api/salesforce', transport })} />,
    { messages: { connection: { connect: 'Link our org' } } },
  )
  await expect.element(card.getByRole('link', { name: 'Link our org' })).toBeVisible()
  expect(calls('connection.get')).toHaveLength(0)
})

it('says that Salesforce has changed under the mapping, and leads there', async () => {
  await renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.schemaChanged })
  await expect.element(page.getByText(/^Salesforce has changed since the mapping was saved: 7 changes\.$/)).toBeVisible()
  await expect.element(page.getByText(/issues of the mapping are new because of that/)).toBeVisible()
  await expect
    .element(page.getByRole('link', { name: 'Open mapping' }))
    .toHaveAttribute('href', '/integrations/salesforce/mapping')
})

it('signs in in a window of its own where the host asks for that, and reads again once the window is gone', async () => {
  const opened = { closed: false, location: { href: '' }, focus: vi.fn<() => void>(), close: vi.fn<() => void>() }
  const open = vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window)
  const { calls, left } = await renderWithSalesforce(<ConnectionCard signIn="popup" />, { scenario: scenarios.disconnected })
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect.poll(() => opened.location.href).toMatch(/^https:/)
  expect(left).toEqual([])
  await card.getByRole('button', { name: 'Bring window to front' }).click()
  expect(opened.focus).toHaveBeenCalledOnce()
  await expectAccessible()
  const before = calls('connection.get').length
  // A page that is long there is not cut off any more: whoever is gone now was closed.
  const now = performance.now.bind(performance)
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + 20_000)
  opened.closed = true
  await expect.poll(() => calls('connection.get').length).toBeGreaterThan(before)
  await expect.element(card.getByText('Finish signing in in the Salesforce window')).not.toBeInTheDocument()
  clock.mockRestore()
  open.mockRestore()
})

it('goes on in this tab where the browser refuses the window', async () => {
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const { left } = await renderWithSalesforce(<ConnectionCard signIn="popup" />, { scenario: scenarios.disconnected })
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect.element(card.getByText('Your browser blocked the Salesforce window')).toBeVisible()
  await card.getByRole('button', { name: 'Continue in this tab' }).click()
  await expect.poll(() => left).toHaveLength(1)
  open.mockRestore()
})

it('closes the window of the sign-in itself once the server tells that it has ended', async () => {
  const opened = { closed: false, location: { href: '' }, focus: vi.fn<() => void>(), close: vi.fn<() => void>() }
  const open = vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window)
  const { transport } = await renderWithSalesforce(<ConnectionCard signIn="popup" />, { scenario: scenarios.disconnected })
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect.element(card.getByText('Finish signing in in the Salesforce window')).toBeVisible()
  transport.override('connection.get', { answer: buildConnection() })
  transport.emit({ type: 'changed', what: 'connection' })
  await expect.element(card.getByText('Connected', { exact: true })).toBeVisible()
  await expect.element(card.getByText('Finish signing in in the Salesforce window')).not.toBeInTheDocument()
  expect(opened.close).toHaveBeenCalledOnce()
  open.mockRestore()
})

/** A window in place of the browser's own; `closed` as the browser would tell it. */
function fakeWindow() {
  const opened = { closed: false, location: { href: '' }, focus: vi.fn<() => void>(), close: vi.fn<() => void>() }
  const open = vi.spyOn(window, 'open').mockReturnValue(opened as unknown as Window)
  return { opened, open }
}

it('never leads on to the address of an earlier sign-in, which is spent', async () => {
  const { open } = fakeWindow()
  const { transport, left } = await renderWithSalesforce(<ConnectionCard signIn="popup" />, { scenario: scenarios.disconnected })
  transport.override('connection.connect', { answer: { authorizeUrl: 'https://login.example/first' } })
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await card.getByRole('button', { name: 'Cancel' }).click()
  open.mockReturnValue(null)
  transport.override('connection.connect', { delay: 'forever' })
  await card.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect.element(card.getByRole('button', { name: 'Continue in this tab' })).toHaveAttribute('aria-disabled', 'true')
  expect(left).toEqual([])
  open.mockRestore()
})

it('does not take a window for closed whose page has cut the tie to its opener, until the server tells how it ended', async () => {
  const { opened, open } = fakeWindow()
  const { transport, calls } = await renderWithSalesforce(<ConnectionCard signIn="popup" />, { scenario: scenarios.tokenRevoked })
  await card.getByRole('button', { name: 'Reconnect', exact: true }).click()
  await expect.poll(() => opened.location.href).toMatch(/^https:/)
  const before = calls('connection.get').length
  opened.closed = true
  await expect.poll(() => calls('connection.get').length).toBeGreaterThan(before)
  await expect.element(card.getByText('Finish signing in in the Salesforce window')).toBeVisible()
  await expect.element(card.getByText('If you have closed it, connect again.')).toBeVisible()
  await expect.element(card.getByRole('button', { name: 'Bring window to front' })).not.toBeInTheDocument()
  transport.override('connection.get', { answer: buildConnection() })
  transport.emit({ type: 'changed', what: 'connection' })
  await expect.element(card.getByText('Connected', { exact: true })).toBeVisible()
  await expect.element(card.getByText('Finish signing in in the Salesforce window')).not.toBeInTheDocument()
  open.mockRestore()
})

/** The clipboard in place of the browser's own, and what was put there last. */
function fakeClipboard() {
  const copied: string[] = []
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => void copied.push(text))
  return { copied, restore: () => write.mockRestore() }
}

it('keeps the last known state while the browser is offline, and says since when', async () => {
  await renderWithSalesforce(<ConnectionCard />)
  await expect.element(card.getByText('Connected', { exact: true })).toBeVisible()
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  dispatchEvent(new Event('offline'))
  await expect.element(card.getByText(/^You're offline\. Last checked /)).toBeVisible()
  await expect.element(card.getByText('Acme Corporation')).toBeVisible()
  Reflect.deleteProperty(navigator, 'onLine')
  dispatchEvent(new Event('online'))
  await expect.element(card.getByText(/^You're offline/)).not.toBeInTheDocument()
})

it('tells which rights the connected user lacks, and hands over a request that names those alone', async () => {
  const clipboard = fakeClipboard()
  const all = { read: 'granted', create: 'granted', edit: 'granted' } as const
  const objectAccess = [
    { object: 'Account' as const, ...all },
    { object: 'Contact' as const, ...all, create: 'not_needed' as const },
    { object: 'Opportunity' as const, ...all, edit: 'missing' as const },
  ]
  await renderWithSalesforce(<ConnectionCard />, { scenario: buildScenario({ connection: buildConnection({ objectAccess }) }) })
  await expect.element(card.getByText('ada@acme.example lacks access that syncing needs')).toBeVisible()
  await expect.element(card.getByText('Edit is missing')).toBeVisible()
  await expect.element(card.getByText('Create is not needed')).toBeVisible()
  await card.getByRole('button', { name: 'Copy for your Salesforce admin' }).click()
  await expect.element(card.getByRole('button', { name: 'Copied' })).toBeVisible()
  await expect.element(spoken('status')).toHaveTextContent('Copied. Send it to a Salesforce admin.')
  expect(clipboard.copied[0]?.split('\n').slice(1)).toEqual(['- Opportunities: Edit'])
  await expectAccessible()
  clipboard.restore()
})

it('counts the mapped fields that are kept from the connected user, and leads to the mapping', async () => {
  const fieldGaps = [{ object: 'Account' as const, field: 'Region__c', label: 'Region', gap: 'not_visible' as const }]
  await renderWithSalesforce(<ConnectionCard />, { scenario: buildScenario({ connection: buildConnection({ fieldGaps }) }) })
  await expect.element(card.getByText('1 mapped field is kept from the connected user')).toBeVisible()
  await expect.element(card.getByText('Account.Region__c')).toBeVisible()
  await expect.element(card.getByRole('link', { name: 'Open mapping' })).toBeVisible()
})

it('warns that whoever connected has left, and reconnects as the reader', async () => {
  const connection = buildConnection({ connectedBy: { id: 'dana', name: 'Dana Okoye' }, connectorLeft: true })
  const { calls } = await renderWithSalesforce(<ConnectionCard returnTo="/" />, { scenario: buildScenario({ connection }) })
  await expect.element(card.getByText('Dana Okoye is no longer a member of this workspace')).toBeVisible()
  await card.getByRole('button', { name: 'Reconnect as me' }).click()
  await expect.poll(() => calls('connection.connect')).toEqual([{ returnTo: '/' }])
})

it('asks to install the package first where the sign-in did not come back', async () => {
  const clipboard = fakeClipboard()
  const { calls } = await renderWithSalesforce(<ConnectionCard />, {
    scenario: buildScenario({ connection: buildRefused('attempt_expired') }),
  })
  await expect.element(card.getByText('Install the Pryzm package first')).toBeVisible()
  const install = card.getByRole('link', { name: 'Install the Pryzm package (opens in a new tab)' })
  expect(install.elements()).toHaveLength(1)
  await card.getByRole('button', { name: 'Copy link for your Salesforce admin' }).click()
  expect(clipboard.copied).toEqual([install.element().getAttribute('href')])
  await card.getByRole('link', { name: "I've installed it, try again" }).click()
  await expect.poll(() => calls('connection.connect')).toHaveLength(1)
  clipboard.restore()
})

it('leads to the page of Setup that lets the app in', async () => {
  const setupUrl = 'https://acme.my.salesforce.com/lightning/setup/ConnectedApplication/home'
  await renderWithSalesforce(<ConnectionCard />, {
    scenario: buildScenario({ connection: buildRefused('app_blocked', { setupUrl }) }),
  })
  await expect
    .element(card.getByRole('link', { name: 'Open Connected Apps in Setup (opens in a new tab)' }))
    .toHaveAttribute('href', setupUrl)
})

it('lists what Salesforce granted and what it did not', async () => {
  const scopes = { granted: ['api'], missing: ['refresh_token'] }
  await renderWithSalesforce(<ConnectionCard />, {
    scenario: buildScenario({ connection: buildRefused('missing_scope', { scopes }) }),
  })
  await expect.element(card.getByText('Granted', { exact: true })).toBeVisible()
  await expect.element(card.getByText(/^Perform requests at any time/)).toBeVisible()
  await expect.element(card.getByRole('link', { name: 'Reconnect and approve all' })).toBeVisible()
  await expectAccessible()
})

it('measures the calls of an org that has none left, and says when it is looked at again', async () => {
  await renderWithSalesforce(<ConnectionCard />, { scenario: scenarios.apiLimitReached })
  const meter = card.getByRole('meter', { name: 'Salesforce calls, last 24 hours' })
  await expect.element(meter).toHaveAttribute('aria-valuetext', '100,000 of 100,000 (100%)')
  await expect.element(card.getByText(/^Next check at about /)).toBeVisible()
  await expectAccessible()
})

it('hands over a request for the record types that the reader may not edit', async () => {
  const clipboard = fakeClipboard()
  const viewer = { canManage: true, canPush: true, missingEntityAccess: ['person'] }
  await renderWithSalesforce(<ConnectionCard />, { scenario: buildScenario({ connection: buildConnection({ viewer }) }) })
  await card.getByRole('button', { name: 'Copy request for an admin' }).click()
  expect(clipboard.copied[0]).toMatch(/create and edit People in Pryzm/)
  clipboard.restore()
})

it("shows the host's way to the account team where the module is off", async () => {
  await renderWithSalesforce(<ConnectionCard />, {
    scenario: scenarios.moduleDisabled,
    slots: { Contact: () => <a href="/contact">Contact your account team</a> },
  })
  await expect.element(card.getByRole('link', { name: 'Contact your account team' })).toBeVisible()
})
