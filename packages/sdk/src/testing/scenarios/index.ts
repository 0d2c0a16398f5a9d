export {
  apiLimitReached,
  connectedHealthy,
  differentOrg,
  disconnected,
  editorView,
  firstRun,
  moduleDisabled,
  sandboxRejected,
  tokenRevoked,
  viewOnly,
} from './connections.ts'
export { buildRecords, history, historyFull } from './histories.ts'
export { manySalesforceFields, mappingWithIssues, nothingMapped, severalSalesProcesses } from './mappings.ts'
export { pullCanceling, pulling, pullPaused, pullQueued } from './runs.ts'
export { schemaChanged } from './schema-changed.ts'
