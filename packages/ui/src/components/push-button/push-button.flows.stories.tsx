import { buildSamples, buildScenario } from '@pryzm/salesforce-sdk/testing'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { PushButton } from './push-button.tsx'

// Nobody has changed anything in Salesforce meanwhile.
const samples = buildSamples().map((sample) => ({ ...sample, changedThere: false }))
const acme = samples.find(({ pryzm }) => pryzm?.name === 'Acme')?.pryzm

const meta = preview.meta({
  title: 'Flows/Push a record',
  component: PushButton,
  args: { recordType: 'organization', recordId: acme?.id ?? '', recordName: 'Acme' },
  parameters: { scenario: buildScenario({ samples }) },
})

/** What would change is looked at first, then sent; closing the result leads back to the button. */
export const PreviewPushClose = meta.story({
  play: async ({ canvasElement, step }) => {
    const page = within(canvasElement)
    const dialog = async (name: RegExp) => within(await screen.findByRole('dialog', { name }))
    await step('Preview', async () => {
      await userEvent.click(await page.findByRole('button', { name: 'Preview' }))
      await screen.findByText('In Salesforce now')
    })
    await step('Push', async () => {
      const review = await dialog(/^Push Acme/)
      await userEvent.click(review.getByRole('button', { name: 'Push to Salesforce' }))
    })
    await step('See what became of each field, and close', async () => {
      const result = await dialog(/^Sent/)
      await userEvent.click(result.getByText('Close'))
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
      await expect(page.getByRole('button', { name: /^Push to Salesforce/ })).toHaveFocus()
    })
  },
})
