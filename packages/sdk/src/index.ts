export {
  connectUrl,
  createSalesforceClient,
  downloadResults,
  resultsUrl,
  type SalesforceClient,
  type SalesforceClientOptions,
  type Transport,
} from './client/create-salesforce-client.ts'
export { type ErrorCode, errors, type Remedy, SyncError } from './contract/errors.ts'
export * from './contract/vocabulary.ts'
export type * from './contract/index.ts'
