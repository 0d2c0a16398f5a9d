import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { JobHistoryTable } from './job-history-table.tsx'

const meta = preview.meta({
  title: 'JobHistoryTable',
  component: JobHistoryTable,
  parameters: { scenario: scenarios.connectedHealthy },
})

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({ args: { pageSize: 25 } })
