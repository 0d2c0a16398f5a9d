/** What the host decides once, when the server is created. */
export interface Settings {
  /** Where people sign in to Salesforce unless they name a My Domain. */
  loginUrl: string
  /** Where a Salesforce admin installs the Pryzm package. */
  packageInstallUrl: string | null
  packageNamespace: string | null
  /** Path of the host's page that a sign-in ends on when nothing better is known. */
  homePath: string
  /** How long finished jobs are kept. */
  retentionDays: number
}
