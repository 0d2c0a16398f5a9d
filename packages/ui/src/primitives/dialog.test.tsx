import { useState } from 'react'
import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { expectAccessible, renderWithSalesforce } from '../../test/render-with-salesforce.tsx'
import { Button } from './button.tsx'
import { Dialog, type DialogProps } from './dialog.tsx'
import { Heading, Section } from './section.tsx'

function Page(props: Partial<DialogProps>) {
  const [open, setOpen] = useState(false)
  const [gone, setGone] = useState(false)
  return (
    <Section name="Page" part={{ className: '', 'data-slot': 'page.root' }} labelledBy="mapping">
      <Heading level={2} id="mapping">
        Mapping
      </Heading>
      {!gone && <Button onClick={() => setOpen(true)}>Review</Button>}
      <Dialog
        title="Review changes"
        footer={<Button onClick={() => setGone(true)}>Remove the opener</Button>}
        {...props}
        open={open}
        onClose={() => setOpen(false)}
      />
    </Section>
  )
}

const dialog = page.getByRole('dialog', { name: 'Review changes' })
const opener = page.getByRole('button', { name: 'Review' })

it('takes focus, keeps it, and gives it back to what opened it', async () => {
  await renderWithSalesforce(<Page />)
  await opener.click()
  await expect.element(dialog.getByRole('heading')).toHaveFocus()
  for (let press = 0; press < 5; press += 1) await userEvent.keyboard('{Tab}')
  expect(dialog.element().contains(document.activeElement)).toBe(true)
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  await expect.element(opener).toHaveFocus()
})

it('puts focus on the heading when what opened it is gone', async () => {
  await renderWithSalesforce(<Page />)
  await opener.click()
  await dialog.getByRole('button', { name: 'Remove the opener' }).click()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole('heading', { name: 'Mapping' })).toHaveFocus()
})

/** A dialog inside the dialog, whose opener goes with the answer. */
function Question() {
  const [asking, setAsking] = useState(false)
  const [answered, setAnswered] = useState(false)
  return (
    <>
      {!answered && <Button onClick={() => setAsking(true)}>Restore</Button>}
      <Dialog
        open={asking}
        title="Restore it?"
        onClose={() => setAsking(false)}
        footer={
          <Button
            onClick={() => {
              setAnswered(true)
              setAsking(false)
            }}
          >
            Yes
          </Button>
        }
      />
    </>
  )
}

it('puts focus on the title of the dialog around when what opened it there is gone', async () => {
  await renderWithSalesforce(
    <Page>
      <Question />
    </Page>,
  )
  await opener.click()
  await dialog.getByRole('button', { name: 'Restore' }).click()
  await page.getByRole('dialog', { name: 'Restore it?' }).getByRole('button', { name: 'Yes' }).click()
  await expect.element(dialog.getByRole('heading')).toHaveFocus()
})

it('does not close while something is under way', async () => {
  await renderWithSalesforce(<Page busy />)
  await opener.click()
  await expect.element(dialog).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).toBeVisible()
})

it('locks scrolling with a class while it is open, and injects no style element', async () => {
  const styles = document.querySelectorAll('style').length
  await renderWithSalesforce(<Page />)
  await opener.click()
  await expect.element(dialog).toBeVisible()
  expect(document.documentElement.classList.contains('pz-scroll-lock')).toBe(true)
  expect(document.querySelectorAll('style')).toHaveLength(styles)
  await userEvent.keyboard('{Escape}')
  await expect.element(dialog).not.toBeInTheDocument()
  expect(document.documentElement.classList.contains('pz-scroll-lock')).toBe(false)
})

it('lives inside the frame, so that tokens and theme hold', async () => {
  await renderWithSalesforce(<Page />, { appearance: { colorScheme: 'dark', variables: { accent: '#ffd400' } } })
  await opener.click()
  await expect.element(dialog).toBeVisible()
  const style = getComputedStyle(dialog.element())
  expect(style.colorScheme).toBe('dark')
  expect(style.getPropertyValue('--pz-accent')).toBe('#ffd400')
})
