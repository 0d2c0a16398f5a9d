import type { Org } from '../org/org.ts'
import { versionPath } from '../wire/record-json.ts'
import { refusal } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import { readJsonObject } from './read-json.ts'
import { runSubrequests } from './run-subrequests.ts'
import { readSubrequests, type Subrequest } from './subrequest.ts'

const MOST_SUBREQUESTS = 25
/** How many of them can be queries and collections. */
const MOST_LARGE_ONES = 5
const LARGE = /^\/services\/data\/v[\d.]+\/(?:query|queryAll|composite\/sobjects)(?:[/?]|$)/i

/** Several requests in one; later ones can use the answers of earlier ones as `@{reference.field}`. */
export function registerComposite(app: App, org: Org): void {
  const path = '/services/data/:version/composite'

  app.get(path, (c) => {
    const resources = ['tree', 'batch', 'sobjects', 'graph']
    return c.json(Object.fromEntries(resources.map((name) => [name, `${versionPath(c.var.version)}/composite/${name}`])))
  })

  app.post(path, async (c) => {
    const body = await readJsonObject(c)
    const subrequests = readSubrequests(body.compositeRequest, c.var.version)
    refuseTooMany(subrequests)
    return org.journal.transact(async ({ rollBack }) => {
      const { responses, failed } = await runSubrequests(app, c, subrequests, body.allOrNone === true)
      if (failed) rollBack()
      return c.json({ compositeResponse: responses })
    })
  })
}

function refuseTooMany(subrequests: readonly Subrequest[]): void {
  if (subrequests.length > MOST_SUBREQUESTS) {
    throw tooMany(`The composite request has ${subrequests.length} subrequests; at most ${MOST_SUBREQUESTS} are allowed.`)
  }
  const large = subrequests.filter(({ url }) => LARGE.test(url)).length
  if (large > MOST_LARGE_ONES) {
    throw tooMany(`The composite request has ${large} queries and collections; at most ${MOST_LARGE_ONES} are allowed.`)
  }
}

function tooMany(message: string) {
  return refusal('EXCEEDED_MAX_SIZE_REQUEST', message)
}
