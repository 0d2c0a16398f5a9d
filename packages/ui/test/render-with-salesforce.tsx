import '../src/styles.css'
import axe from 'axe-core'
import { type ReactElement, type ReactNode, StrictMode } from 'react'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { renderWithSalesforce as show, type RenderWithSalesforceOptions, type WithSalesforce } from '../src/testing.tsx'

/** As hosts do in their tests, in strict mode and with this project's testing library. */
export async function renderWithSalesforce(component: ReactNode, options: RenderWithSalesforceOptions = {}): Promise<Rendered> {
  const { rendered, ...held } = show(component, {
    ...options,
    render: (element: ReactElement) => render(<StrictMode>{element}</StrictMode>),
  })
  await rendered
  return held
}

export type Rendered = Omit<WithSalesforce<unknown>, 'rendered'>

const wcag22 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Fails with what is wrong and where, if anything on the page breaks a rule of WCAG 2.2 AA that a machine can check. */
export async function expectAccessible(): Promise<void> {
  await settled()
  const { violations } = await axe.run(document.body, { runOnly: wcag22 })
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  )
  expect(found).toEqual([])
}

/** Colours are judged once they stand still, not half-way through a transition. */
async function settled(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ending.map(({ finished }) => finished))
}

/** What screen readers are told at last: politely, or as an alert. */
export function spoken(region: 'status' | 'alert') {
  return page.getByRole(region).first()
}
