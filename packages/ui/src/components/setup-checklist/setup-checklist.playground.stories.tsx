import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { SetupChecklist } from './setup-checklist.tsx'

const meta = preview.meta({
  title: 'SetupChecklist',
  component: SetupChecklist,
  parameters: { scenario: scenarios.connectedHealthy },
})

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({})
