// What is opened now and then: one chunk, loaded with the first of them.
export { ConflictNotice } from './conflict-notice.tsx'
export { ReviewDialog } from './review-dialog.tsx'
export { SampleCell } from './sample-cell.tsx'
export { SamplePanel } from './sample-panel.tsx'
export { SchemaInbox } from './schema-inbox.tsx'
export { VersionsDialog } from './versions-dialog.tsx'
