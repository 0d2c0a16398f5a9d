export interface PeerInput {
  orgUrl: string
  accessToken: string
  soql: string
  /** An empty Postgres database, for peers that write. */
  database: string
}

/** What the peers select: the columns that our own pull of the benchmark's mapping selects. */
const peerColumns = [
  'Id',
  'Pryzm_ID__c',
  'SystemModstamp',
  'Name',
  'Website',
  'Phone',
  'Industry',
  'Type',
  'NumberOfEmployees',
  'AnnualRevenue',
  'Description',
  'BillingStreet',
  'BillingCity',
  'BillingState',
  'BillingPostalCode',
  'BillingCountry',
  'ParentId',
  'Owner.Email',
  'AccountNumber',
  'Ownership',
  'Rating',
  'AccountSource',
  'Fax',
  'TickerSymbol',
  'Site',
] as const

export const peerSoql = `SELECT ${peerColumns.join(', ')} FROM Account`
