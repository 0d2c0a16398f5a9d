import { mappingInForce } from './mapping-in-force.ts'
import { type OpenOrg, openOrg } from './open-org.ts'
import type { Ports } from './ports/index.ts'
import { readDescribe } from './read-describe.ts'

/** Asks Salesforce whether the objects of the mapping have changed, those left out that were asked about since then. */
export async function lookAgain(ports: Ports, workspace: string, since: Date | null = null): Promise<OpenOrg> {
  const [open, { mapping }] = await Promise.all([openOrg(ports, workspace), mappingInForce(ports, workspace)])
  const kept = since === null ? [] : await ports.store.describes.drift(workspace, open.info.id)
  const recent = kept.filter(({ checkedAt }) => since !== null && checkedAt > since).map(({ object }) => object)
  const due = mapping.pairs.filter(({ enabled, object }) => enabled && !recent.includes(object))
  await Promise.all(due.map(({ object }) => readDescribe(ports, open, object, { conditional: true })))
  return open
}
