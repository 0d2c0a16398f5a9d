import type { Context } from 'hono'
import type { Org } from '../org/org.ts'
import { notFound, refusal, type SalesforceError } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'
import { referencesIn } from './composite-references.ts'
import { isObject, readJsonObject } from './read-json.ts'
import { halted, runSubrequests, type Subresponse } from './run-subrequests.ts'
import { readSubrequests, type Subrequest } from './subrequest.ts'

interface Graph {
  readonly graphId: string
  readonly nodes: readonly Subrequest[]
}

interface GraphResponse {
  readonly graphId: string
  readonly graphResponse: { readonly compositeResponse: readonly Subresponse[] }
  readonly isSuccessful: boolean
}

const GRAPHS_SINCE = 50
const MOST_GRAPHS = 75
const MOST_NODES = 500
const MOST_KINDS = 15
const MOST_DEPTH = 15
const MOST_FAILURES = 14
const GRAPH_ID = /^[A-Za-z0-9][^.]{0,39}$/
const RECORD_URL = /^\/services\/data\/v(\d+)\.0\/sobjects\/(\w+)(\/[^/?]+)?(\/[^/?]+)?\/?(?:\?|$)/

/** Up to 75 graphs of requests. Each is done as a whole or not at all, whatever becomes of the others. */
export function registerCompositeGraph(app: App, org: Org): void {
  app.post('/services/data/:version/composite/graph', async (c) => {
    if (c.var.version < GRAPHS_SINCE) throw notFound()
    const body = await readJsonObject(c)
    const graphs = readGraphs(body.graphs, c.var.version)
    const answers: GraphResponse[] = []
    for (const graph of graphs) {
      const failures = answers.filter(({ isSuccessful }) => !isSuccessful).length
      answers.push(failures > MOST_FAILURES ? skipped(graph) : await runGraph(app, c, org, graph))
    }
    return c.json({ graphs: answers })
  })
}

function runGraph(app: App, c: Context<AppEnv>, org: Org, { graphId, nodes }: Graph): Promise<GraphResponse> {
  return org.journal.transact(async ({ rollBack }) => {
    const { responses, failed } = await runSubrequests(app, c, nodes, true)
    if (failed) rollBack()
    return { graphId, graphResponse: { compositeResponse: responses }, isSuccessful: !failed }
  })
}

function skipped({ graphId, nodes }: Graph): GraphResponse {
  const responses = nodes.map(({ referenceId }) => halted(referenceId))
  return { graphId, graphResponse: { compositeResponse: responses }, isSuccessful: false }
}

function readGraphs(value: unknown, version: number): Graph[] {
  const list = Array.isArray(value) ? value.filter(isObject) : []
  if (list.length === 0) throw refusal('JSON_PARSER_ERROR', 'The request has no graphs')
  if (list.length > MOST_GRAPHS) throw tooMany(`${list.length} graphs`, MOST_GRAPHS)
  const graphs = list.map((entry) => readGraph(entry, version))
  if (new Set(graphs.map(({ graphId }) => graphId)).size < graphs.length) {
    throw refusal('INVALID_INPUT', 'Provided graph ids are not unique')
  }
  const nodes = graphs.flatMap((graph) => graph.nodes)
  if (nodes.length > MOST_NODES) throw tooMany(`${nodes.length} nodes`, MOST_NODES)
  const kinds = new Set(nodes.map(kindOf)).size
  if (kinds > MOST_KINDS) throw tooMany(`${kinds} kinds of nodes`, MOST_KINDS)
  return graphs
}

function readGraph({ graphId, compositeRequest }: Record<string, unknown>, version: number): Graph {
  if (typeof graphId !== 'string' || !GRAPH_ID.test(graphId)) {
    const rule = 'must begin with a letter or a digit, hold no dot and have fewer than 41 characters'
    throw refusal('INVALID_INPUT', `A graphId ${rule}: ${String(graphId)}`)
  }
  const nodes = readSubrequests(compositeRequest, version)
  nodes.forEach(refuseUnlessRecord)
  const depth = depthOf(nodes)
  if (depth > MOST_DEPTH) throw tooMany(`a depth of ${depth}`, MOST_DEPTH)
  return { graphId, nodes }
}

/** A node can make a record, and read, change or delete one by its id or an external id. */
function refuseUnlessRecord({ method, url }: Subrequest): void {
  const [, version, , id, value] = RECORD_URL.exec(url) ?? []
  const allowed = value ? ['DELETE', 'GET', 'PATCH', 'POST'] : id ? ['DELETE', 'GET', 'PATCH'] : ['POST']
  if (version !== undefined && Number(version) >= GRAPHS_SINCE && allowed.includes(method)) return
  throw refusal('INVALID_INPUT', `A graph can't do this request: ${method} ${url}`)
}

function kindOf({ method, url }: Subrequest): string {
  const [, version, object = ''] = RECORD_URL.exec(url) ?? []
  return `${method} ${version} ${object.toLowerCase()}`
}

/** How many nodes stand in the longest line in which each refers to the one before. */
function depthOf(nodes: readonly Subrequest[]): number {
  const depths = new Map<string, number>()
  for (const node of nodes) {
    const before = referencesIn(node).map((reference) => depths.get(reference) ?? 0)
    depths.set(node.referenceId, Math.max(0, ...before) + 1)
  }
  return Math.max(...depths.values())
}

function tooMany(what: string, most: number): SalesforceError {
  return refusal('EXCEEDED_MAX_SIZE_REQUEST', `The request has ${what}; the most is ${most}.`)
}
