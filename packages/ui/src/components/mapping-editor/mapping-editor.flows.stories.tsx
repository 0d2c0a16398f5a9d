import { scenarios } from '@pryzm/salesforce-sdk/testing'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { MappingEditor } from './mapping-editor.tsx'

const meta = preview.meta({
  title: 'Flows/Change a mapping',
  component: MappingEditor,
  parameters: { scenario: scenarios.connectedHealthy },
})

/** A pair is removed, brought back, removed again, looked at in the review and saved. */
export const RemoveUndoReviewSave = meta.story({
  play: async ({ canvasElement, step }) => {
    const page = within(canvasElement)
    await step('Remove a pair', async () => {
      await userEvent.click(await page.findByRole('button', { name: 'Remove Website' }))
      await page.findByText('1 unsaved change')
    })
    await step('Undo it, and do it again', async () => {
      await userEvent.click(page.getByRole('button', { name: 'Undo' }))
      await page.findByRole('button', { name: 'Remove Website' })
      await userEvent.click(page.getByRole('button', { name: 'Redo' }))
      await waitFor(() => expect(page.queryByRole('button', { name: 'Remove Website' })).toBeNull())
    })
    await step('Review what changes', async () => {
      await userEvent.click(page.getByRole('button', { name: 'Review changes' }))
      const review = within(await screen.findByRole('dialog', { name: 'Review changes' }))
      await userEvent.click(review.getByRole('button', { name: 'Save' }))
    })
    await step('Saved', async () => {
      await page.findAllByText(/^Saved\./)
      await expect(screen.queryByRole('dialog')).toBeNull()
    })
  },
})
