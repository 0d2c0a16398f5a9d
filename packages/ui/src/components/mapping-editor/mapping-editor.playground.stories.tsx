import { scenarios } from '@pryzm/salesforce-sdk/testing'
import preview from '../../../../../.storybook/preview.tsx'
import { MappingEditor } from './mapping-editor.tsx'

const meta = preview.meta({
  title: 'MappingEditor',
  component: MappingEditor,
  parameters: { scenario: scenarios.connectedHealthy },
})

/** Every prop is a control, over a workspace that is connected and healthy. */
export const Playground = meta.story({})
