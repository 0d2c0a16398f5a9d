import type { SalesforceServerOptions } from '../create-salesforce-server.ts'

/** Throws one clear sentence for the first option that is missing or wrong. */
export function checkOptions(options: SalesforceServerOptions): void {
  for (const [isWrong, sentence] of problems(options)) if (isWrong) throw new Error(`createSalesforceServer: ${sentence}`)
}

function problems({
  authenticate,
  records,
  salesforce,
  basePath,
  retention,
  limits,
}: Partial<SalesforceServerOptions>): [boolean, string][] {
  const { clientId, redirectUri, loginUrl, packageInstallUrl, apiVersion } = salesforce ?? {}
  return [
    [typeof authenticate !== 'function', 'give `authenticate`, a function from a Request to the caller or null.'],
    [
      !hasRecords(records),
      'give `records`, your implementation of the Records port; createPostgresRecords of @pryzm/salesforce-server/records is one.',
    ],
    [!clientId, 'give `salesforce.clientId`, the consumer key of your connected app.'],
    [
      !isHttpUrl(redirectUri),
      'give `salesforce.redirectUri`, the full URL of …/connection/callback as registered with the connected app.',
    ],
    [
      loginUrl !== undefined && !isHttpUrl(loginUrl),
      '`salesforce.loginUrl` has to be a URL such as https://login.salesforce.com.',
    ],
    [packageInstallUrl !== undefined && !isHttpUrl(packageInstallUrl), '`salesforce.packageInstallUrl` has to be a URL.'],
    [apiVersion !== undefined && !/^\d{2}\.0$/.test(apiVersion), '`salesforce.apiVersion` has to look like 66.0.'],
    [basePath !== undefined && !/^(\/[\w.~-]+)*\/?$/.test(basePath), '`basePath` has to be a path such as /api/salesforce.'],
    [retention !== undefined && !(retention.days >= 1), '`retention.days` has to be 1 or more.'],
    [limits?.concurrentRuns !== undefined && !(limits.concurrentRuns >= 1), '`limits.concurrentRuns` has to be 1 or more.'],
  ]
}

function hasRecords(records: SalesforceServerOptions['records'] | undefined): boolean {
  return typeof records?.write === 'function' && typeof records.schema === 'function' && typeof records.read === 'function'
}

function isHttpUrl(text: string | undefined): boolean {
  return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
