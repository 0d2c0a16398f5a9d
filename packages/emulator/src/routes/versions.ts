import { identityUrl } from '../org/identity-url.ts'
import type { Org } from '../org/org.ts'
import { versionPath } from '../wire/record-json.ts'
import type { App } from './app.ts'

/** The list of API versions, which needs no session, and the list of resources of one version. */
export function registerVersions(app: App, org: Org): void {
  app.get('/services/data', (c) => {
    const { oldestVersion, newestVersion } = org.settings
    const versions = Array.from({ length: newestVersion - oldestVersion + 1 }, (_, at) => oldestVersion + at)
    return c.json(
      versions.map((version) => ({ label: releaseName(version), url: versionPath(version), version: `${version}.0` })),
    )
  })

  app.get('/services/data/:version', (c) => {
    const base = versionPath(c.var.version)
    const { user } = c.var.caller
    const resources = ['tooling', 'query', 'queryAll', 'sobjects', 'limits', 'composite', 'jobs', 'parameterizedSearch', 'recent']
    return c.json({
      ...Object.fromEntries(resources.map((name) => [name, `${base}/${name}`])),
      identity: identityUrl(org, String(user.Id)),
    })
  })
}

/** Three releases a year; version 66 is Spring '26, and a Winter release bears the next year's number. */
function releaseName(version: number): string {
  const season = ['Spring', 'Summer', 'Winter'][version % 3] ?? ''
  const year = 26 + Math.floor((version - 66) / 3) + (season === 'Winter' ? 1 : 0)
  return `${season} '${String(year).padStart(2, '0')}`
}
