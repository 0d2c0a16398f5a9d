import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { ConnectionCard } from './connection-card.tsx'

const meta = preview.meta({
  title: 'ConnectionCard',
  component: ConnectionCard,
  parameters: { scenario: scenarios.connectedHealthy },
})

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({})
