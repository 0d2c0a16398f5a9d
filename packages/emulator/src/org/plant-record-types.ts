import { addRecordType, addSalesProcess, enablePersonAccounts, turnPersonsOn } from './add-record-type.ts'
import type { Org } from './org.ts'
import { recordType } from './objects/record-type.ts'
import { salesforceId } from './salesforce-id.ts'
import type { Seed } from '../seeds/seed.ts'

/** Sets up the sales processes, record types and person accounts that a seed has. */
export function plantRecordTypes(org: Org, { salesProcesses = [], recordTypes = [], personAccounts = false }: Seed): void {
  for (const process of salesProcesses) addSalesProcess(org, process)
  if (recordTypes.some(({ person }) => person)) turnPersonsOn(org)
  for (const [number, definition] of recordTypes.entries()) {
    addRecordType(org, definition, salesforceId(recordType.keyPrefix, number))
  }
  if (personAccounts) enablePersonAccounts(org)
}
