import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { JobDetail } from './job-detail.tsx'

const meta = preview.meta({ title: 'JobDetail', component: JobDetail, parameters: { scenario: scenarios.connectedHealthy } })

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({ args: { id: 'run-1-account' } })
