/** Where a scenario's outcome is known from. Only what was recorded has been seen on a real org. */
export type Source = 'recorded' | 'documented' | 'reported' | 'client'

export const sourceNames: Readonly<Record<Source, string>> = {
  recorded: 'a recording of a real org',
  documented: "Salesforce's documentation",
  reported: 'public reports of others',
  client: 'jsforce 3.10, measured and read',
}

/** One thing that a client does and what Salesforce does about it. */
export interface Scenario {
  readonly number: number
  readonly group: string
  readonly name: string
  readonly sources: readonly Source[]
  /** Whether it can run against a real org without leaving anything behind. */
  readonly harmless: boolean
}

type Line = readonly [name: string, sources: string, harmless?: 'harmless']

const groups: Readonly<Record<string, readonly Line[]>> = {
  'OAuth and session': [
    [
      'A code challenge without a method is taken as SHA-256, and the exchange gives tokens without expires_in',
      'recorded documented client',
    ],
    ['A wrong or missing verifier gets no token', 'reported'],
    ['A code works once', 'recorded reported'],
    ['Deny sends the browser back with access_denied', 'documented'],
    ['An app that an administrator blocked sends the browser back with OAUTH_APP_BLOCKED', 'reported'],
    [
      'An app that is not installed keeps the browser on a page of Salesforce, unless the user may approve it or did before',
      'reported documented',
    ],
    ['An external client app that is not installed fails after a login that counts as a success', 'reported'],
    ['A callback that differs by a slash keeps the browser on an error page', 'reported'],
    ['With rotation a refresh gives a new refresh token and ends the old one', 'documented'],
    ['Of two parallel refreshes with one rotating token exactly one wins', 'documented'],
    ['Without rotation a refresh gives no refresh token', 'documented'],
    ['A deactivated user cannot refresh', 'reported'],
    ['Revoking the refresh token ends the access token, and jsforce says why it cannot refresh', 'recorded documented client'],
    ['Five parallel jsforce calls with a dead token refresh once', 'client'],
    ['An org that answers 401 to new tokens too makes jsforce refresh for ever', 'client'],
    ['A dead token at userinfo is answered 403, which jsforce does not refresh', 'reported'],
    ['A user without API access, or an edition without an API, is refused', 'reported'],
    ['The Organization row tells production, Developer, sandbox and scratch orgs apart', 'documented'],
  ],
  Metadata: [
    ['The versions are listed without a session and without a limit header', 'recorded', 'harmless'],
    ['Unknown versions and objects answer 404 with errorCode first and no fields', 'recorded', 'harmless'],
    ['A retired version answers 410', 'documented', 'harmless'],
    ['A describe has the recorded keys, in alphabetical order', 'recorded', 'harmless'],
    ['A describe that has not changed answers 304, and jsforce gives an empty text', 'documented client', 'harmless'],
    ['A field without read access is absent from describe and unknown to SOQL', 'recorded documented'],
    ['A field made by the Tooling API is invisible until a permission set opens it', 'recorded documented'],
    ['Making the field again, and assigning the permission set again, are refused as duplicates', 'recorded reported'],
    ['OpportunityStage lists every stage in its order and cannot be written', 'documented'],
  ],
  Query: [
    ['2,086 accounts come in a page of 2,000 and one of 86', 'recorded'],
    ['A long text among the columns makes pages of 1,000', 'recorded'],
    ['jsforce autoFetch stops at 10,000 rows and says nothing', 'client'],
    ['An eleventh open cursor drops the first', 'reported'],
    ['Unknown columns and objects and bad syntax are pointed at by row and column', 'recorded', 'harmless'],
    ['Empty parents and child queries are null, and COUNT() has a total and no records', 'recorded'],
    ['query hides deleted and merged records, queryAll shows them', 'documented'],
  ],
  Writes: [
    ['Create, update, delete and a second delete', 'recorded'],
    ['An upsert creates with 201, then updates with 200, or 204 up to version 45', 'recorded documented'],
    ['An upsert that names its key, or Id, in the body is refused', 'documented reported'],
    ['An upsert whose value two records hold answers 300 with their addresses and writes nothing', 'recorded documented client'],
    ['An upsert by a field that is no external id answers 404', 'recorded', 'harmless'],
    ['A parent named by an external id that is not there is refused', 'recorded reported'],
    ['Missing, over-long and restricted values are refused by label, and an unknown stage is stored', 'recorded reported'],
    ['Writing a field that nobody can write is refused by name', 'recorded'],
    ['A duplicate rule that alerts can be overruled by header, one that blocks cannot', 'documented reported'],
    ['A second record with the same Pryzm_ID is refused, and the first is named by its short id', 'reported'],
    ['A locked row is refused, and jsforce does not try the write again', 'reported client'],
    ['A collection answers 200 item by item, and rolls good items back when all or none is asked', 'recorded'],
    ['An empty collection, and an item without attributes, are refused', 'recorded'],
    ['A write over a newer record answers 412', 'documented'],
    ['E-mail addresses are stored in small letters', 'reported'],
  ],
  Bulk: [
    ['A query job is created complete for upload, with a number as its version', 'recorded documented', 'harmless'],
    ['Result pages have a header row each and a locator, "null" on the last, and read the same again', 'recorded documented'],
    ['jsforce bulk2.query breaks on a second page, while a reader of our own gets every row once', 'client'],
    ['Results asked for with another version answer 409', 'documented', 'harmless'],
    ['Cells are written as Salesforce writes them, in the order of the SELECT', 'recorded documented'],
    ['Compound fields, subqueries and GROUP BY are refused when the job is created', 'documented', 'harmless'],
    ['resultPages lists up to five pages from version 58 on', 'documented'],
    ['Aborting a finished job, deleting a running one and reading a deleted one are refused', 'documented'],
    ['A job slower than the poll time-out makes jsforce send a stray DELETE, and completes', 'client'],
    ['A failed query job tells why in its body, and jsforce does not', 'documented client'],
    ['An ingest update with a duplicate and an unknown id fails those rows alone', 'recorded documented'],
    ['An ingest with a column the user cannot see fails as a whole', 'recorded'],
    ['An ingest job that is never closed processes nothing', 'documented'],
    ['An empty cell leaves a field alone and #N/A empties it', 'documented'],
  ],
  'Limits and incremental': [
    ['Every call raises the usage, and a reached limit refuses', 'recorded reported'],
    ['A twenty-sixth call that has run for 20 seconds at once is refused', 'recorded documented'],
    ['jsforce rides out 503 on GET and gives up at once on PATCH', 'client'],
    ['Updated and deleted records are not listed for spans too old or too short', 'documented', 'harmless'],
    ['A formula whose input changed on another record does not move SystemModstamp', 'documented'],
  ],
}

/** Every scenario, by number. */
export const scenarios: readonly Scenario[] = Object.entries(groups)
  .flatMap(([group, lines]) => lines.map((line) => ({ group, line })))
  .map(({ group, line: [name, sources, harmless] }, index) => ({
    number: index + 1,
    group,
    name,
    sources: sources.split(' ') as Source[],
    harmless: harmless !== undefined,
  }))

/** The scenario of a number. Throws when there is none. */
export function scenarioNumbered(number: number): Scenario {
  const scenario = scenarios[number - 1]
  if (!scenario) throw new Error(`There is no scenario ${number}.`)
  return scenario
}
