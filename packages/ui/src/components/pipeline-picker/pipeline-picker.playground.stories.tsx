import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { PipelinePicker } from './pipeline-picker.tsx'

const meta = preview.meta({
  title: 'PipelinePicker',
  component: PipelinePicker,
  parameters: { scenario: scenarios.connectedHealthy },
})

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({ args: { value: null, onChoose: (pipeline) => console.info('Chosen', pipeline) } })
