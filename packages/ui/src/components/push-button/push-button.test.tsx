import { SyncError } from '@pryzm/salesforce-sdk'
import {
  buildJob,
  buildPush,
  buildPushTarget,
  buildRecord,
  buildSamples,
  buildScenario,
  minutesAgo,
} from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce, spoken } from '../../../test/render-with-salesforce.tsx'
import { de } from '../../locales/de.ts'
import { PushButton } from './push-button.tsx'

const record = { recordType: 'organization', recordId: '7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01' } as const
const push = page.getByRole('button', { name: /^Push (to Salesforce \(Acme\)|Acme to Salesforce)$/ })
const acme = <PushButton {...record} recordName="Acme" />

/** A press that does not wait, as a hand that presses twice. */
function pressNow() {
  const button = push.element() as HTMLButtonElement
  button.click()
}

it('sends once, however often it is pressed, with one key', async () => {
  const { calls } = await renderWithSalesforce(acme)
  await expect.element(push).not.toHaveAttribute('aria-disabled')
  pressNow()
  pressNow()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  expect(calls('pushes.create')).toEqual([{ ...record, idempotencyKey: expect.stringMatching(/^[\w-]{36}$/) }])
})

it('uses a new key for a new press', async () => {
  const { calls } = await renderWithSalesforce(acme)
  await push.click()
  await page.getByRole('dialog').getByText('Close').click()
  await push.click()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  const keys = calls('pushes.create').map((input) => JSON.stringify(input))
  expect(new Set(keys).size).toBe(2)
})

it('shows what became of each field, leads with what needs reading, and gives focus back', async () => {
  const finished: string[] = []
  await renderWithSalesforce(acme, { onPushFinished: ({ job }) => finished.push(job.id) })
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Sent 2 fields. 1 skipped.' })
  await expect.element(dialog).toBeVisible()
  await expect.element(spoken('status')).toHaveTextContent('Sent 2 fields. 1 skipped.')
  const rows = dialog.getByRole('row')
  await expect.element(rows.nth(1)).toMatchTextContent(/Parent organization.*Skipped.*is not linked to Salesforce/)
  await expect.element(dialog.getByText("Acme Holding isn't in Salesforce yet")).toBeVisible()
  await expect
    .element(dialog.getByRole('link', { name: /^Open in Salesforce/ }))
    .toHaveAttribute('href', 'https://acme.my.salesforce.com/001gK00000A1b2CQAR')
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  await expect.element(push).toHaveFocus()
  expect(finished).toEqual(['push-1'])
})

it('stays reachable while it cannot push, and names the reason and the way out', async () => {
  const pushTarget = buildPushTarget({
    action: 'refused',
    reason: { code: 'not_connected', sentence: 'This workspace is not connected to Salesforce.' },
    remedy: 'connect',
  })
  const { calls } = await renderWithSalesforce(acme, { scenario: buildScenario({ pushTarget }) })
  await expect.element(push).toHaveAccessibleDescription('This workspace is not connected to Salesforce.')
  await expect.element(page.getByRole('link', { name: 'Go to the connection' })).toBeVisible()
  pressNow()
  expect(calls('pushes.create')).toHaveLength(0)
  await expectAccessible()
})

it('can hide from people who may not push, and only from them', async () => {
  const reason = { code: 'not_permitted', sentence: 'Pushing needs integrations:push. Workspace Admins and Editors have it.' }
  const { transport } = await renderWithSalesforce(<PushButton {...record} recordName="Acme" whenNotPermitted="hide" />, {
    scenario: buildScenario({ pushTarget: buildPushTarget({ action: 'refused', reason, remedy: 'ask_admin' }) }),
  })
  await expect.poll(() => transport.calls.length).toBeGreaterThan(0)
  await expect.element(push).not.toBeInTheDocument()
})

it('names the rule that pushing needs in its own words, in the reader’s language', async () => {
  const reason = { code: 'not_permitted', sentence: 'The server says so in English.' }
  const pushTarget = buildPushTarget({ action: 'refused', reason, remedy: 'ask_admin' })
  await renderWithSalesforce(acme, { scenario: buildScenario({ pushTarget }), locale: 'de', messages: de })
  await expect
    .element(page.getByRole('button', { name: /An Salesforce übertragen/ }))
    .toHaveAccessibleDescription(de.common.needsPush)
})

it('takes a refusal of the host’s own for no rule of the kit’s', async () => {
  const error = { code: 'not_permitted', message: 'As the client says it.', details: { byHost: true } } as const
  const scenario = buildScenario({ overrides: { 'pushes.target': { error } } })
  await renderWithSalesforce(acme, { scenario, locale: 'de', messages: de })
  await expect
    .element(page.getByRole('button', { name: /An Salesforce übertragen/ }))
    .toHaveAccessibleDescription(de.push.loadFailed)
})

it('says why it could not tell whether the record can be pushed, and asks again without pushing', async () => {
  const error = { code: 'internal', message: 'Something went wrong on our side.' } as const
  const scenario = buildScenario({ overrides: { 'pushes.target': { error } } })
  const { calls, transport } = await renderWithSalesforce(acme, { scenario })
  await expect.element(page.getByText('Whether this record can be pushed could not be told')).toBeVisible()
  await expect.element(push).toHaveAccessibleDescription('Whether this record can be pushed could not be told')
  await expectAccessible()
  transport.override('pushes.target', null)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(push).not.toHaveAttribute('aria-disabled')
  expect(calls('pushes.create')).toHaveLength(0)
})

it('pushes again where something else was changed meanwhile', async () => {
  const error = { code: 'conflict', message: 'This has changed meanwhile.' } as const
  const { transport } = await renderWithSalesforce(acme, {
    scenario: buildScenario({ overrides: { 'pushes.create': { error } } }),
  })
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Not pushed' })
  await expect.element(dialog.getByText('This has changed meanwhile.')).toBeVisible()
  transport.override('pushes.create', null)
  await dialog.getByRole('button', { name: 'Push again' }).click()
  await expect.element(dialog).not.toBeInTheDocument()
})

it.each(['reauthorization_required', 'salesforce_limit', 'internal'] as const)(
  'says what %s means in the reader’s language',
  async (code) => {
    const message = 'As the server says it.'
    const scenario = buildScenario({ overrides: { 'pushes.create': { error: { code, message } } } })
    await renderWithSalesforce(acme, { scenario, locale: 'de', messages: de })
    await page.getByRole('button', { name: /^An Salesforce übertragen/ }).click()
    await expect
      .element(
        page
          .getByRole('dialog')
          .getByText(de.errors?.[code] ?? '')
          .first(),
      )
      .toBeVisible()
    await expect.element(page.getByText(message)).not.toBeInTheDocument()
  },
)

it('never sends again to find out: an unheard answer is checked by reading', async () => {
  const { transport, calls } = await renderWithSalesforce(acme, {
    scenario: buildScenario({ overrides: { 'pushes.create': { error: 'offline' } } }),
  })
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Not confirmed' })
  await expect.element(dialog.getByText(/We sent this but didn't hear back/)).toBeVisible()
  await expect.element(spoken('alert')).toHaveTextContent('Not confirmed')
  await expectAccessible()
  await dialog.getByRole('button', { name: 'Check now' }).click()
  await expect.element(dialog.getByText(/No finished push was found so far/)).toBeVisible()
  transport.override('pushes.target', { answer: buildPushTarget({ lastPushedAt: minutesAgo(0) }) })
  await dialog.getByRole('button', { name: 'Check now' }).click()
  await expect.element(dialog.getByText(/It did arrive/)).toBeVisible()
  expect(calls('pushes.create')).toHaveLength(1)
})

it('follows a push whose outcome Salesforce has not confirmed until it is settled', async () => {
  const done = buildPush()
  const unsettled = {
    ...done,
    job: buildJob({ id: 'push-1', kind: 'push', state: 'running', finishedAt: null }),
    result: null,
    fields: [],
  }
  const { transport, calls } = await renderWithSalesforce(acme, { scenario: buildScenario({ push: unsettled }) })
  await push.click()
  await expect.element(page.getByRole('dialog').getByText(/Salesforce has not confirmed this push yet/)).toBeVisible()
  transport.override('jobs.get', { answer: { job: done.job, skipReasons: [], causes: [] } })
  transport.override('jobs.records', { answer: { items: [buildRecord({ id: '1', syncedFields: 2 })], next: null } })
  transport.override('jobs.fields', { answer: { items: done.fields } })
  transport.emit({ type: 'job', job: done.job })
  await expect.element(page.getByRole('dialog', { name: 'Sent 2 fields.' }), { timeout: 8000 }).toBeVisible()
  expect(calls('pushes.create')).toHaveLength(1)
})

it('says why Salesforce did not take the record', async () => {
  const reason = { code: 'validation_rule', sentence: "Salesforce didn't accept this change: Close date can't be in the past." }
  const failed = buildPush({ result: buildRecord({ id: '1', outcome: 'failed', reason }), fields: [] })
  await renderWithSalesforce(acme, { scenario: buildScenario({ push: failed }) })
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Salesforce did not take this record' })
  await expect.element(dialog.getByText(reason.sentence)).toBeVisible()
  await expectAccessible()
})

it('offers the page that helps when a push is refused', async () => {
  const { message } = new SyncError('mapping_invalid', 'Organizations cannot be pushed until the mapping is mended.')
  await renderWithSalesforce(acme, {
    scenario: buildScenario({ overrides: { 'pushes.create': { error: { code: 'mapping_invalid', message } } } }),
  })
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Not pushed' })
  await expect.element(dialog.getByText(message).first()).toBeVisible()
  await expect.element(dialog.getByRole('link', { name: 'Open mapping' })).toBeVisible()
})

it('fits a menu of the host', async () => {
  const { calls } = await renderWithSalesforce(
    <PushButton
      {...record}
      recordName="Acme"
      renderTrigger={({ label, push: press, disabledReason }) => (
        <button type="button" onClick={press} disabled={disabledReason !== undefined}>
          {label}
        </button>
      )}
    />,
  )
  await push.click()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  expect(calls('pushes.create')).toHaveLength(1)
})

const linked = buildSamples().find(({ pryzm }) => pryzm?.name === 'Acme')?.pryzm?.id ?? ''

it('stops before it overwrites what changed in Salesforce since, names those fields, and sends only then', async () => {
  const { calls } = await renderWithSalesforce(<PushButton recordType="organization" recordId={linked} recordName="Acme" />)
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Push Acme to Salesforce' })
  await expect.element(dialog.getByText('Salesforce has changed since the last sync')).toBeVisible()
  await expect.element(dialog.getByText(/entered there for .*Phone.*\./)).toBeVisible()
  await expect.element(dialog.getByRole('row', { name: '+1 415 555 0100 +1 415 555 0199' })).toBeVisible()
  await expect.element(dialog.getByText(/^Already the same: .*Website/)).toBeVisible()
  await expectAccessible()
  expect(calls('pushes.create')).toHaveLength(0)
  await dialog.getByRole('button', { name: 'Push anyway' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Sent 2 fields. 1 skipped.' })).toBeVisible()
  expect(calls('pushes.create')).toHaveLength(1)
})

it('never looks where the host says so', async () => {
  const { calls } = await renderWithSalesforce(
    <PushButton recordType="organization" recordId={linked} recordName="Acme" review="never" />,
  )
  await expect.element(page.getByRole('button', { name: 'Preview' })).not.toBeInTheDocument()
  await push.click()
  await expect.element(page.getByRole('dialog', { name: 'Sent 2 fields. 1 skipped.' })).toBeVisible()
  expect(calls('pushes.preview')).toHaveLength(0)
})

it('pushes a related record first and this one after it, and shows both results', async () => {
  const { transport, calls } = await renderWithSalesforce(acme)
  await push.click()
  const first = page.getByRole('button', { name: 'Push Acme Holding first' })
  await expect.element(first).toBeVisible()
  const whole = buildPush({ result: buildRecord({ id: '1', syncedFields: 3 }), unlinked: [], fields: [] })
  transport.override('pushes.create', { answer: whole })
  await first.click()
  const results = page.getByRole('dialog', { name: 'Sent 3 fields.' }).getByRole('listitem')
  await expect.element(results).toHaveLength(2)
  const sent = calls('pushes.create') as { recordId: string; idempotencyKey: string }[]
  expect(sent.map(({ recordId }) => recordId)).toEqual([record.recordId, '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c11', record.recordId])
  expect(new Set(sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3)
})

it('leaves this record alone where the related one does not get there', async () => {
  const { transport, calls } = await renderWithSalesforce(acme)
  await push.click()
  const pushFirst = page.getByRole('button', { name: 'Push Acme Holding first' })
  await expect.element(pushFirst).toBeVisible()
  const reason = { code: 'UNABLE_TO_LOCK_ROW', sentence: 'The record was locked by other work in Salesforce.' }
  const refused = buildPush({ result: buildRecord({ id: '1', name: 'Acme Holding', outcome: 'failed', reason }) })
  transport.override('pushes.create', { answer: refused })
  await pushFirst.click()
  await expect.element(page.getByText('Acme Holding: Salesforce did not take this record')).toBeVisible()
  await expect.element(page.getByText(reason.sentence)).toBeVisible()
  expect(calls('pushes.create')).toHaveLength(2)
})

it('asks for the same push again after an answer that was lost, and for a new one once that is closed', async () => {
  const { calls } = await renderWithSalesforce(acme, {
    scenario: buildScenario({ overrides: { 'pushes.create': { error: 'offline' } } }),
  })
  const keys = () => (calls('pushes.create') as { idempotencyKey: string }[]).map(({ idempotencyKey }) => idempotencyKey)
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Not confirmed' })
  await dialog.getByRole('button', { name: 'Check now' }).click()
  await dialog.getByRole('button', { name: 'Push again' }).click()
  await expect.poll(keys).toHaveLength(2)
  expect(new Set(keys()).size).toBe(1)
  await dialog.getByText('Close', { exact: true }).click()
  await push.click()
  await expect.poll(keys).toHaveLength(3)
  expect(new Set(keys()).size).toBe(2)
})

it('says plainly that nothing was sent while the browser is offline', async () => {
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
  try {
    const { calls } = await renderWithSalesforce(acme)
    await push.click()
    const dialog = page.getByRole('dialog', { name: "You're offline. Nothing was sent." })
    await expect.element(dialog.getByText(/does not wait for the network/)).toBeVisible()
    await expectAccessible()
    expect(calls('pushes.create')).toHaveLength(0)
  } finally {
    Reflect.deleteProperty(navigator, 'onLine')
  }
})

it('leads to the records that a duplicate rule took it for, and offers no second try', async () => {
  const reason = { code: 'DUPLICATES_DETECTED', sentence: 'A duplicate rule in Salesforce refused the record.' }
  const matches = [{ salesforceId: '001gK00000A1b2DQAR', salesforceUrl: 'https://acme.my.salesforce.com/001gK00000A1b2DQAR' }]
  const result = buildRecord({ id: '1', outcome: 'failed', reason, matches })
  await renderWithSalesforce(acme, { scenario: buildScenario({ push: buildPush({ result, fields: [], unlinked: [] }) }) })
  await push.click()
  const dialog = page.getByRole('dialog', { name: 'Salesforce did not take this record' })
  await expect
    .element(dialog.getByRole('link', { name: /^Record 001gK00000A1b2DQAR/ }))
    .toHaveAttribute('href', matches[0]?.salesforceUrl)
  await expect.element(dialog.getByRole('button', { name: 'Push again' })).not.toBeInTheDocument()
})

it('offers to create a record anew that was deleted in Salesforce', async () => {
  const reason = { code: 'deleted_in_salesforce', sentence: 'This record was deleted in Salesforce.' }
  const result = buildRecord({ id: '1', outcome: 'failed', reason })
  const { calls } = await renderWithSalesforce(acme, {
    scenario: buildScenario({ push: buildPush({ result, fields: [], unlinked: [] }) }),
  })
  await push.click()
  await page.getByRole('button', { name: 'Create it anew' }).click()
  await expect.poll(() => calls('pushes.create')).toHaveLength(2)
})

it('shows its icon alone where there is no room for words', async () => {
  await renderWithSalesforce(<div style={{ inlineSize: 60 }}>{acme}</div>)
  const icon = page.getByRole('button', { name: 'Push Acme to Salesforce' })
  await expect.element(icon).toBeVisible()
  await expect.poll(() => icon.element().getBoundingClientRect().width).toBeLessThan(48)
})

it('says which record it makes or updates, and who pushed it last', async () => {
  await renderWithSalesforce(acme)
  await expect.element(page.getByText(/^Updates Account 001g…QAR/)).toMatchTextContent(/Pushed .* by Ada Admin/)
})

it('looks first wherever the host asks for it, and sends nothing on Escape', async () => {
  const { calls } = await renderWithSalesforce(<PushButton {...record} recordName="Acme" review="always" />)
  await push.click()
  await expect.element(page.getByRole('dialog', { name: 'Push Acme to Salesforce' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(push).toHaveFocus()
  expect(calls('pushes.create')).toHaveLength(0)
})
