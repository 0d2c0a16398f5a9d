import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { PullPanel } from './pull-panel.tsx'

const meta = preview.meta({ title: 'PullPanel', component: PullPanel, parameters: { scenario: scenarios.connectedHealthy } })

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({})
