// One file to load for whichever of them is opened first: apart they weigh more than together.
export { CancelDialog } from './cancel-dialog.tsx'
export { LastFailure } from './last-failure.tsx'
export { StartDialog } from './start-dialog.tsx'
