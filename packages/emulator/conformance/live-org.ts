/** A real org to run the harmless scenarios against, from the environment. */
export interface LiveOrg {
  /** Such as `https://acme.my.salesforce.com`. */
  instanceUrl: string
  accessToken: string
}

/** The real org that the environment names; undefined when it names none. Throws when it names one by half. */
export function liveOrg(env: Readonly<Record<string, string | undefined>> = process.env): LiveOrg | undefined {
  const { SALESFORCE_LIVE_INSTANCE_URL: instanceUrl, SALESFORCE_LIVE_ACCESS_TOKEN: accessToken } = env
  if (!instanceUrl && !accessToken) return undefined
  if (!instanceUrl || !accessToken) {
    throw new Error('A run against a real org needs both SALESFORCE_LIVE_INSTANCE_URL and SALESFORCE_LIVE_ACCESS_TOKEN.')
  }
  return { instanceUrl: instanceUrl.replace(/\/+$/, ''), accessToken }
}
