import type { Row, Snapshot, Value } from '../org/table.ts'
import { withoutAlias, type QueryScope } from './column.ts'
import type { Comparison, ConditionTree } from './condition-tree.ts'
import type { Predicate } from './conditions.ts'
import { literalValue } from './literal.ts'

/** Where in a table the matches of a query can be, so that not every row must be made to be looked at. */
export interface SearchPlan {
  /** The places in id order between which all matches lie: the first, and the one after the last. */
  span(snapshot: Snapshot): readonly [from: number, to: number]
  /** Whether nothing but the span is asked for: every record in it matches. */
  readonly spanOnly: boolean
  /** Whether the record at a place can match, judged by one of its cells. */
  mayMatch(snapshot: Snapshot, place: number): boolean
}

/** The audit fields, which pulls of changes filter by, and which seeds can give without the rest of a row. */
const judgedAlone: ReadonlySet<string> = new Set(['SystemModstamp', 'LastModifiedDate', 'CreatedDate'])

/** Plans the search for the rows of a WHERE clause. `predicateOf` turns a part of it into a function of a row. */
export function searchPlan(
  scope: QueryScope,
  tree: ConditionTree | undefined,
  predicateOf: (tree: ConditionTree) => Predicate,
): SearchPlan {
  const parts = tree?.kind === 'and' ? tree.of : [tree].filter((part) => part !== undefined)
  const limits = parts.flatMap((part) => (part.kind === 'comparison' ? idLimits(scope, part.comparison) : []))
  const alone = parts.map((part) => ({ part, field: onlyField(scope, part) })).find(({ field }) => field !== undefined)
  const judge = alone?.field === undefined ? undefined : cellJudge(alone.field, predicateOf(alone.part))
  return {
    spanOnly: limits.length === parts.length,
    span: (snapshot) => {
      const ends = limits.map((limit) => limit(snapshot))
      return [Math.max(0, ...ends.map(([from]) => from)), Math.min(snapshot.size, ...ends.map(([, to]) => to))]
    },
    mayMatch: judge ?? (() => true),
  }
}

/** The places and rows of a snapshot that match a query, in id order, from a place on. */
export function* matchesFrom(
  snapshot: Snapshot,
  { plan, matches }: { readonly plan: SearchPlan; readonly matches: Predicate },
  first = 0,
): Generator<readonly [place: number, row: Row]> {
  const [from, to] = plan.span(snapshot)
  for (let place = Math.max(first, from); place < to; place++) {
    if (!plan.mayMatch(snapshot, place)) continue
    const row = snapshot.row(place)
    if (matches(row)) yield [place, row]
  }
}

type Limit = (snapshot: Snapshot) => readonly [from: number, to: number]

function idLimits(scope: QueryScope, condition: Comparison): Limit[] {
  if (!('field' in condition) || !('value' in condition) || Array.isArray(condition.value)) return []
  if (!/^[<>]=?$/.test(condition.operator)) return []
  const field = scope.object.field(withoutAlias(scope, condition.field))
  if (field?.type !== 'id' || Array.isArray(condition.literalType)) return []
  const id = literalValue(scope.soql, field, { text: condition.value, type: condition.literalType })
  if (typeof id !== 'string') return []
  const after = (snapshot: Snapshot) => snapshot.placeOf(id) + Number(snapshot.has(id))
  switch (condition.operator) {
    case '>':
      return [(snapshot) => [after(snapshot), Infinity]]
    case '>=':
      return [(snapshot) => [snapshot.placeOf(id), Infinity]]
    case '<':
      return [(snapshot) => [0, snapshot.placeOf(id)]]
    case '<=':
      return [(snapshot) => [0, after(snapshot)]]
    default:
      return []
  }
}

/** The one audit field of the record itself that a part of a condition asks of. */
function onlyField(scope: QueryScope, part: ConditionTree): string | undefined {
  if (part.kind !== 'comparison' || !('field' in part.comparison)) return undefined
  const name = scope.object.field(withoutAlias(scope, part.comparison.field))?.name
  return name !== undefined && judgedAlone.has(name) ? name : undefined
}

function cellJudge(field: string, holds: Predicate): SearchPlan['mayMatch'] {
  const probe: Record<string, Value> = {}
  return (snapshot, place) => {
    probe[field] = snapshot.cell(place, field)
    return holds(probe)
  }
}
