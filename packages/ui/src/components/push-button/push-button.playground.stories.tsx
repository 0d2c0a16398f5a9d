import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { PushButton } from './push-button.tsx'

const meta = preview.meta({ title: 'PushButton', component: PushButton, parameters: { scenario: scenarios.connectedHealthy } })

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({
  args: { recordType: 'organization', recordId: '7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01', recordName: 'Acme' },
})
