export {
  SetupChecklist,
  SetupChecklistDialog,
  type SetupChecklistDialogProps,
  type SetupChecklistProps,
} from './setup-checklist.tsx'
export { type SetupChecklistMessages, setupChecklistMessages } from './setup-checklist.messages.ts'
export { SetupChecklistView, type SetupChecklistViewProps } from './setup-checklist.view.tsx'
export { type SetupState, useSetupChecks } from './use-setup-checks.ts'
