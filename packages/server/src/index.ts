export {
  createSalesforceServer,
  type SalesforceApp,
  type SalesforceServer,
  type SalesforceServerOptions,
} from './create-salesforce-server.ts'
export type { Caller, EntityAccess } from './engine/ports/caller.ts'
export type { PryzmRecord, Records, RecordsTransaction, RecordWrite, RecordWriteOutcome } from './engine/ports/records.ts'
export type { Clock, HostEvent, Logger } from './engine/ports/world.ts'
export { consoleLogger } from './host/console-logger.ts'
export type { Handle } from './http/create-handler.ts'
export type { DatabaseOption } from './postgres/sql/open-sql.ts'
export type { EncryptionKey } from './postgres/token-box.ts'
