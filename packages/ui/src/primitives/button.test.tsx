import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce } from '../../test/render-with-salesforce.tsx'
import { Button } from './button.tsx'

it('keeps a disabled button reachable, names its reason, and does nothing', async () => {
  const press = vi.fn<() => void>()
  await renderWithSalesforce(
    <Button disabledReason="Needs integrations:manage. Workspace Admins have it." onClick={press}>
      Save
    </Button>,
  )
  const button = page.getByRole('button', { name: 'Save' })
  await userEvent.keyboard('{Tab}')
  await expect.element(button).toHaveFocus()
  await expect.element(button).toHaveAccessibleDescription('Needs integrations:manage. Workspace Admins have it.')
  await userEvent.keyboard('{Enter}')
  expect(press).not.toHaveBeenCalled()
  await expectAccessible()
})

it('does nothing while it is busy', async () => {
  const press = vi.fn<() => void>()
  await renderWithSalesforce(
    <Button busy onClick={press}>
      Save
    </Button>,
  )
  const button = page.getByRole('button', { name: 'Save' }).element() as HTMLButtonElement
  button.click()
  expect(press).not.toHaveBeenCalled()
})

it('stays readable on any accent of the host, hovered or not, in both themes', async () => {
  const levels = ['00', '80', 'ff']
  const accents = levels.flatMap((red) => levels.flatMap((green) => levels.map((blue) => `#${red}${green}${blue}`)))
  for (const colorScheme of ['light', 'dark'] as const) {
    await renderWithSalesforce(
      <>
        {accents.map((accent) => (
          <div className="pz-root" key={accent} ref={(root) => root?.style.setProperty('--pz-accent', accent)}>
            <Button variant="primary">Save</Button>
            <span ref={hovered}>Save, hovered</span>
          </div>
        ))}
      </>,
      { appearance: { colorScheme } },
    )
    await expectAccessible()
  }
})

/** Dressed as a primary button under the pointer, which is on one of them at most. */
function hovered(label: HTMLElement | null): void {
  label?.style.setProperty('color', 'var(--pz-on-accent)')
  label?.style.setProperty('background-color', 'var(--pz-accent-hover)')
}
