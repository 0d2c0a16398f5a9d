import type { Link } from '../ports/index.ts'

/**
 * What is to be done about `Pryzm_ID__c` of a linked row. A value that is not an id of this workspace is never replaced, and
 * the contact of a person account cannot carry one.
 */
export function writeBackState(row: {
  /** The cell as Salesforce has it; `''` for blank. */
  cell: string
  recordId: string
  /** Whether the cell is the id of another record of this workspace. */
  namesOwnRecord: boolean
  personAccount: boolean
}): Link['writeBack'] {
  if (row.personAccount) return 'never'
  if (row.cell.toLowerCase() === row.recordId) return 'done'
  return row.cell === '' || row.namesOwnRecord ? 'due' : 'never'
}
