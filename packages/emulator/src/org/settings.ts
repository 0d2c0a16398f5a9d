import type { RefreshTokenPolicy } from './refresh-token-policy.ts'

export const orgKinds = ['production', 'developer', 'sandbox', 'scratch'] as const

/** The sort of org, which decides its edition and whether it is a sandbox. */
export type OrgKind = (typeof orgKinds)[number]

export function isOrgKind(text: string): text is OrgKind {
  return orgKinds.some((kind) => kind === text)
}

export const appStates = ['installed', 'not_installed', 'external_client_app_not_installed', 'blocked'] as const

/** Whether users can approve the app: the two "not installed" ways differ in the page the browser ends on. */
export type AppState = (typeof appStates)[number]

export function isAppState(text: string): text is AppState {
  return appStates.some((state) => state === text)
}

/** The app through which a product connects to the org. */
export interface ConnectedApp {
  name: string
  /** The namespace of the package that brings the app. */
  namespace: string
  clientId: string
  clientSecret: string
  redirectUris: readonly string[]
  /** Every scope the app may ask for; what it gets when it asks for none. */
  scopes: readonly string[]
  /** Whether a code challenge must be sent, as partner apps must since May 2026. */
  requirePkce: boolean
  state: AppState
  /** API calls the app may make in 24 hours, told beside the org's own usage; null where the org sets the app no limit. */
  dailyApiRequests: number | null
}

/** The switches of an org. They can be changed while it runs. */
export interface OrgSettings {
  app: ConnectedApp
  /** Whether every refresh gives a new refresh token and ends the old one. */
  refreshTokenRotation: boolean
  refreshTokenPolicy: RefreshTokenPolicy
  /** The time of the policies `unused` and `age`. */
  refreshTokenMinutes: number
  /**
   * How many approvals of the app by one user live at a time; a further one ends the oldest. Null for any number.
   * Said to be 5 in Salesforce, which nobody has verified.
   */
  grantsPerUser: number | null
  /** What the token endpoint says to a code verifier that does not match; Salesforce's own wording has not been seen. */
  wrongVerifierDescription: string
  /** How long an access token lives. */
  sessionMinutes: number
  /** How long an authorization code can be exchanged. */
  codeMinutes: number
  /** API calls in 24 hours before the org refuses. */
  dailyApiRequests: number
  /** Whether an edition that has no API of its own has bought it. */
  apiAddOn: boolean
  /** How many long calls run at once before the org refuses more; null for what its kind has: 25, or 5 in Developer and trial orgs. */
  concurrentLongRequests: number | null
  /** From when on a running call is a long one, in milliseconds. */
  longRequestMs: number
  /**
   * Where `login.salesforce.com` and `test.salesforce.com` are played, to stand in the identity URLs of tokens: the one for production
   * and Developer orgs, the other for sandboxes and scratch orgs. Null for the org's own address. It answers to every name that
   * leads to it, but a client must be able to reach the name, since it asks the identity URL as it is.
   */
  loginUrl: string | null
  testUrl: string | null
  oldestVersion: number
  newestVersion: number
  /** How many query cursors a user can keep open before the oldest is dropped. */
  openCursors: number
  /** How long deleted records stay in the recycle bin, where they can be taken out again; later nobody finds them. */
  recycleBinDays: number
  /** Whether the values that a record type leaves of restricted picklists are the only ones its records can get. */
  recordTypePicklists: boolean
  /** The HTTP status with which writes without the right to them are refused; Salesforce's own is not known. */
  insufficientAccessStatus: number
  /** Whether addresses take states and countries of a list alone, and have codes for them. */
  stateAndCountryPicklists: boolean
  /** Whether the API too refuses values of restricted dependent picklists that do not go with the controlling value. */
  enforceDependentPicklists: boolean
  bulk: BulkSettings
}

export interface BulkSettings {
  /** How long a job is being worked on, in milliseconds. */
  processingMs: number
  /** Rows on a page of results when the client asks for no fewer. */
  pageRows: number
  /**
   * Whether a query job makes the pages of its result and compresses them before it is complete. It takes as long and costs memory,
   * and reading them costs next to nothing then: for measuring what reads them.
   */
  pagesAhead: boolean
  /** How many polls find a new job still waiting; a large number for jobs that never start. */
  queuedPolls: number
  /** How many polls find a job being worked on, after those. */
  inProgressPolls: number
  /** Why every new query job fails; null while they succeed. */
  queryFailure: string | null
  /** Why every new ingest job fails before it writes anything; null while they succeed. */
  ingestFailure: string | null
  /** How often a job says that it was tried again. */
  retries: number
  /** How many days jobs and their results are kept. */
  keptDays: number
  /** Query jobs that can be made in 24 hours. */
  dailyQueryJobs: number
  /** How long an upload can be, in bytes, after it was coded in base64 (which makes it a third longer). */
  uploadBytes: number
  /** Jobs on a page of a list of jobs. */
  listedJobs: number
}

/** Switches to change; those left out stay as they are. */
export type SettingChanges = Partial<Omit<OrgSettings, 'app' | 'bulk'>> & { bulk?: Partial<BulkSettings> }

/** The settings with some switches changed. */
export function changedSettings(settings: OrgSettings, { bulk, ...others }: SettingChanges = {}): OrgSettings {
  return { ...settings, ...others, bulk: { ...settings.bulk, ...bulk } }
}

export const defaultSettings: OrgSettings = {
  app: {
    name: 'Pryzm',
    namespace: 'pryzm',
    clientId: 'pryzm-emulator-client',
    clientSecret: 'pryzm-emulator-secret',
    redirectUris: ['http://localhost:3000/salesforce/callback', 'http://127.0.0.1:3000/salesforce/callback'],
    scopes: ['api', 'refresh_token', 'id'],
    requirePkce: true,
    state: 'installed',
    dailyApiRequests: null,
  },
  refreshTokenRotation: true,
  refreshTokenPolicy: 'until_revoked',
  refreshTokenMinutes: 30 * 24 * 60,
  grantsPerUser: null,
  wrongVerifierDescription: 'invalid code verifier',
  sessionMinutes: 120,
  codeMinutes: 15,
  dailyApiRequests: 15_000,
  apiAddOn: false,
  concurrentLongRequests: null,
  longRequestMs: 20_000,
  loginUrl: null,
  testUrl: null,
  oldestVersion: 31,
  newestVersion: 67,
  openCursors: 10,
  recycleBinDays: 15,
  insufficientAccessStatus: 400,
  recordTypePicklists: true,
  stateAndCountryPicklists: false,
  enforceDependentPicklists: false,
  bulk: {
    processingMs: 0,
    pageRows: 1000,
    pagesAhead: false,
    queuedPolls: 0,
    inProgressPolls: 0,
    queryFailure: null,
    ingestFailure: null,
    retries: 0,
    keptDays: 7,
    dailyQueryJobs: 10_000,
    uploadBytes: 150_000_000,
    listedJobs: 1000,
  },
}
