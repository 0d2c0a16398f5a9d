export { PushButton, type PushButtonProps } from './push-button.tsx'
export { type PushButtonMessages, pushButtonMessages } from './push-button.messages.ts'
export { PushButtonView, type PushButtonViewProps, type PushTrigger } from './push-button.view.tsx'
export { type PushOptions, type PushState, usePush } from './use-push.ts'
