export { PullPanel, type PullPanelProps } from './pull-panel.tsx'
export { type PullPanelMessages, pullPanelMessages } from './pull-panel.messages.ts'
export { PullPanelView, type PullPanelViewProps } from './pull-panel.view.tsx'
export { type PullState, usePull } from './use-pull.ts'
