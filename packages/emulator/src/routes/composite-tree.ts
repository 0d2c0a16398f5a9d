import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { insertRecord, type WriteOptions } from '../org/writing/write-record.ts'
import { failedItem, type CollectionItem } from '../wire/collection-item.ts'
import { notFound, SalesforceError } from '../wire/salesforce-error.ts'
import type { App } from './app.ts'
import { requireView } from './describe.ts'
import { readJsonObject } from './read-json.ts'
import { nodeRefusal, readTrees, type TreeNode } from './record-tree.ts'
import { writeOptions } from './write-options.ts'

const TREES_SINCE = 34

type Made = { readonly referenceId: string; readonly id: string }
type Refused = { readonly referenceId: string; readonly errors: CollectionItem['errors'] }

/** Makes records with their children, up to 200 in one request: all of them or, when one is refused, none. */
export function registerCompositeTree(app: App, org: Org): void {
  app.post('/services/data/:version/composite/tree/:object', async (c) => {
    if (c.var.version < TREES_SINCE) throw notFound()
    const { user } = c.var.caller
    const { type } = requireView(org, user, c.req.param('object'))
    const nodes = readTrees(org, type.name, (await readJsonObject(c)).records)
    const results = org.journal.transact(({ rollBack }) => {
      const written = writeNodes(org, user, nodes, writeOptions(c))
      if (written.some(isRefused)) rollBack()
      return written
    })
    const refused = results.filter(isRefused)
    return refused.length > 0 ? c.json({ hasErrors: true, results: refused }, 400) : c.json({ hasErrors: false, results }, 201)
  })
}

/** Writes level by level, and within a level type by type; what follows a group with a refused record is left out. */
function writeNodes(org: Org, user: Row, nodes: readonly TreeNode[], options: WriteOptions): (Made | Refused)[] {
  const known = nodes.flatMap((node) => refusedNode(node, nodeRefusal(node, nodes)))
  if (known.length > 0) return known
  const ids = new Map<string, string>()
  const results: (Made | Refused)[] = []
  for (const group of Map.groupBy(nodes, ({ level, type }) => `${level} ${type.toLowerCase()}`).values()) {
    const written = group.map((node) => writeNode(org, user, node, ids, options))
    results.push(...written)
    if (written.some(isRefused)) return results
  }
  return results
}

function writeNode(org: Org, user: Row, node: TreeNode, ids: Map<string, string>, options: WriteOptions): Made | Refused {
  const { type, referenceId, fields, parent } = node
  const underParent = parent ? { ...fields, [parent.field]: ids.get(parent.referenceId) } : fields
  try {
    const id = insertRecord(org, user, type, underParent, options)
    ids.set(referenceId, id)
    return { referenceId, id }
  } catch (error) {
    if (error instanceof SalesforceError) return { referenceId, errors: failedItem(error).errors }
    throw error
  }
}

function refusedNode({ referenceId }: TreeNode, refusal: SalesforceError | undefined): Refused[] {
  return refusal ? [{ referenceId, errors: failedItem(refusal).errors }] : []
}

function isRefused(result: Made | Refused): result is Refused {
  return 'errors' in result
}
