import { childRelationships } from '../org/child-relationships.ts'
import type { Org } from '../org/org.ts'
import type { RecordInput } from '../org/writing/read-body.ts'
import { refusal, writeRefusal, type SalesforceError } from '../wire/salesforce-error.ts'
import { isObject } from './read-json.ts'

/** A record of a tree to be made. */
export interface TreeNode {
  readonly type: string
  readonly referenceId: string
  readonly fields: RecordInput
  /** Counted from 0 for roots. */
  readonly level: number
  readonly parent: { readonly referenceId: string; readonly field: string } | undefined
}

const MOST_RECORDS = 200
const MOST_TYPES = 5
const MOST_LEVELS = 5
const NEEDS_ID = 'Include a reference ID for each record in the request.'
const NEEDS_TYPE = 'Include an entity type for each record in the request.'

/** The records of trees, level by level. Throws what refuses the whole request. */
export function readTrees(org: Org, rootType: string, records: unknown): TreeNode[] {
  const nodes: TreeNode[] = []
  let level = readLevel(records, 0, undefined)
  while (level.length > 0) {
    nodes.push(...level.map(({ node }) => node))
    level = level.flatMap(({ node, input }) => childrenOf(org, node, input))
  }
  if (nodes.length === 0) throw refusal('REQUIRED_FIELD_MISSING', 'At least 1 record is required')
  const types = new Set(nodes.map(({ type }) => type.toLowerCase()))
  const levels = Math.max(...nodes.map((node) => node.level)) + 1
  if (nodes.length > MOST_RECORDS) throw tooMany(`${nodes.length} records`, MOST_RECORDS)
  if (types.size > MOST_TYPES) throw tooMany(`records of ${types.size} types`, MOST_TYPES)
  if (levels > MOST_LEVELS) throw tooMany(`${levels} levels`, MOST_LEVELS)
  const stray = nodes.find((node) => node.level === 0 && node.type !== '' && node.type.toLowerCase() !== rootType.toLowerCase())
  if (stray) throw refusal('INVALID_INPUT', `Every root of the trees must be of the type ${rootType}, not ${stray.type}`)
  return nodes
}

/** What is wrong with a node before it is written, if anything. */
export function nodeRefusal({ type, referenceId }: TreeNode, nodes: readonly TreeNode[]): SalesforceError | undefined {
  if (type === '') return writeRefusal('INVALID_INPUT', NEEDS_TYPE)
  const same = nodes.filter((node) => node.referenceId === referenceId)
  return same.length > 1 ? writeRefusal('INVALID_INPUT', 'Duplicate ReferenceId provided in the request.') : undefined
}

interface ReadNode {
  readonly node: TreeNode
  readonly input: RecordInput
}

function readLevel(records: unknown, level: number, parent: TreeNode['parent']): ReadNode[] {
  const list = Array.isArray(records) ? records.filter(isObject) : []
  return list.map((input) => {
    const { type, referenceId } = Object(input.attributes)
    if (typeof referenceId !== 'string' || referenceId === '') throw refusal('INVALID_INPUT', NEEDS_ID)
    const fields = Object.fromEntries(Object.entries(input).filter(([, value]) => !isCollection(value)))
    return { node: { type: typeof type === 'string' ? type : '', referenceId, fields, level, parent }, input }
  })
}

function childrenOf(org: Org, { type, referenceId, level }: TreeNode, input: RecordInput): ReadNode[] {
  const object = org.schema.object(type)
  const relationships = object ? childRelationships(org.schema, object) : []
  return Object.entries(input).flatMap(([name, value]) => {
    if (!isCollection(value)) return []
    const relationship = relationships.find((each) => each.name?.toLowerCase() === name.toLowerCase())
    if (!relationship) throw refusal('INVALID_FIELD', `No such column '${name}' on sobject of type ${object?.name ?? type}`)
    return readLevel(value.records, level + 1, { referenceId, field: relationship.field })
  })
}

function isCollection(value: unknown): value is { records: unknown[] } {
  return isObject(value) && Array.isArray(value.records)
}

function tooMany(what: string, most: number): SalesforceError {
  return refusal('EXCEEDED_MAX_SIZE_REQUEST', `The request has ${what}; the most is ${most}.`)
}
