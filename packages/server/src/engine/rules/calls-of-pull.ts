/** Describe, query, and the looks at a query that takes some seconds. */
const callsPerObject = 14
/** An upload of ids: its job, its rows, its looks and its failed rows. */
const callsPerWriteBack = 14

/** Salesforce calls that a full pull of one object takes, roughly: its pages, its ids written back, and the looks in between. */
export function callsOfPull({ records, linked }: { records: number; linked: number }, rowsPerPage: number): number {
  const pages = Math.max(1, Math.ceil(records / rowsPerPage))
  return callsPerObject + pages + (records > linked ? callsPerWriteBack : 0)
}
