import { buildScenario, scenarioNow, scenarios } from '@pryzm/salesforce-sdk/testing'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce } from '../../test/render-with-salesforce.tsx'
import { ConnectionCard, PullPanel } from '../index.ts'
import { formatsFor } from '../formats.ts'
import { ar } from './ar.ts'
import { de } from './de.ts'

// What is late is said otherwise, so that all is looked at in the moment in which the scenarios play.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(scenarioNow) }))
afterEach(() => void vi.useRealTimers())

it('shows the connection in German, with German dates', async () => {
  await renderWithSalesforce(<ConnectionCard />, { locale: 'de', messages: de })
  const card = page.getByRole('region', { name: 'Salesforce-Verbindung' })
  await expect.element(card.getByText('Verbunden', { exact: true })).toBeVisible()
  await expect.element(card.getByText(/^\d{1,2}\. (Januar|Februar|März) 2026$/)).toBeVisible()
  await expect.element(card.getByRole('button', { name: 'Verbindung trennen' })).toBeVisible()
  await expectAccessible()
})

it('shows a pull in German, with German numbers', async () => {
  await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pulling, locale: 'de', messages: de })
  const panel = page.getByRole('region', { name: 'Daten synchronisieren' })
  const bar = panel.getByRole('progressbar', { name: /People/ })
  await expect.element(bar).toHaveAttribute('aria-valuetext', 'People: 12.412 von 48.000')
  await expect.element(panel.getByText('1.240 pro Sekunde · noch etwa 29 Sek.')).toBeVisible()
  expect(panel.element().closest('[dir]')?.getAttribute('dir')).toBe('ltr')
})

it('shows the connection in Arabic from right to left, with Arabic dates', async () => {
  await renderWithSalesforce(<ConnectionCard />, { locale: 'ar', messages: ar })
  const card = page.getByRole('region', { name: 'الاتصال بـ Salesforce' })
  await expect.element(card.getByText('متصل', { exact: true })).toBeVisible()
  await expect.element(card.getByText(/(يناير|فبراير|مارس)/)).toBeVisible()
  expect(getComputedStyle(card.element()).direction).toBe('rtl')
  await expectAccessible()
})

it('shows a pull in Arabic, with the numbers of the locale', async () => {
  await renderWithSalesforce(<PullPanel />, { scenario: scenarios.pulling, locale: 'ar-EG', messages: ar })
  const panel = page.getByRole('region', { name: 'مزامنة البيانات' })
  const bar = panel.getByRole('progressbar', { name: /People/ })
  await expect.element(bar).toHaveAttribute('aria-valuetext', 'People: ١٢٬٤١٢ من ٤٨٬٠٠٠')
  const left = formatsFor('ar-EG').duration(29)
  await expect.element(panel.getByText(`١٬٢٤٠ في الثانية · يتبقى نحو ${left}`)).toBeVisible()
  expect(getComputedStyle(panel.element()).direction).toBe('rtl')
})

it('says an error in German where its code is enough', async () => {
  await renderWithSalesforce(<ConnectionCard />, {
    scenario: buildScenario({ overrides: { 'connection.get': { error: 'offline' } } }),
    locale: 'de',
    messages: de,
  })
  await expect.element(page.getByText('Der Server war nicht erreichbar.', { exact: false }).first()).toBeVisible()
})
