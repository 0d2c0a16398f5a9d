import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { SalesforceSettings } from './salesforce-settings.tsx'

const meta = preview.meta({
  title: 'SalesforceSettings',
  component: SalesforceSettings,
  parameters: { scenario: scenarios.connectedHealthy },
})

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({})
