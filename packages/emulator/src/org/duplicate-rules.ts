import { derivations } from './derived-values.ts'
import { matchKey, type Matching } from './match-key.ts'
import type { Field } from './objects/field.ts'
import type { Org } from './org.ts'
import type { Row } from './table.ts'
import { valueReader } from './value-reader.ts'

/** A rule that finds records which agree in some fields: `block` refuses the second, `alert` lets it pass when the client insists. */
export interface DuplicateRule {
  object: string
  /** The field, or all of the fields, in which two records must agree; an empty field agrees with nothing. */
  field: string | readonly string[]
  /** How values are compared: `exact` unless told. `fuzzy` looks at every record of the object at each write. */
  matching?: Matching
  action: 'block' | 'alert'
  /** What the user is told. */
  message: string
}

/** A rule that a record breaks, with the records it duplicates. */
export interface BrokenRule {
  readonly rule: DuplicateRule
  readonly duplicates: readonly Row[]
}

/** What a write does about duplicates. */
export interface DuplicateSearch {
  /** Undefined for a new record. Rules look at an old one only when a field they compare has changed. */
  readonly before: Row | undefined
  readonly after: Row
  /** Passes rules that only alert. */
  readonly allowSave: boolean
  /** Records that are not compared, because the user can't see them. */
  readonly hidden: ReadonlySet<string>
}

/** The first duplicate rule that a record breaks. */
export function findBrokenRule(org: Org, object: string, search: DuplicateSearch): BrokenRule | undefined {
  for (const rule of org.duplicateRules) {
    if (rule.object !== object || (search.allowSave && rule.action === 'alert')) continue
    const duplicates = duplicatesOf(org, rule, search)
    if (duplicates.length > 0) return { rule, duplicates }
  }
  return undefined
}

/** Adds a rule. Throws when it names an object or a field the org does not have. */
export function addDuplicateRule(org: Org, rule: DuplicateRule): void {
  comparedFields(org, rule)
  org.duplicateRules.push(rule)
}

function duplicatesOf(org: Org, rule: DuplicateRule, { before, after, hidden }: DuplicateSearch): Row[] {
  const compared = comparedFields(org, rule).map((field) => {
    const read = valueReader(org, rule.object, field)
    const keyOf = (row: Row) => matchKey(field, read(row), rule.matching ?? 'exact')
    return { keyOf, wanted: keyOf(after) }
  })
  if (before && compared.every(({ keyOf, wanted }) => keyOf(before) === wanted)) return []
  if (compared.some(({ wanted }) => wanted === undefined)) return []
  const found: Row[] = []
  for (const row of candidates(org, rule, after)) {
    if (row.Id === after.Id || row.IsDeleted === true || hidden.has(String(row.Id))) continue
    if (compared.every(({ keyOf, wanted }) => keyOf(row) === wanted)) found.push(row)
  }
  return found
}

/** The records that can agree: every one, unless the table can be asked for a value that is stored as it is compared. */
function candidates(org: Org, rule: DuplicateRule, after: Row): Iterable<Row> {
  const table = org.table(rule.object)
  const derived = derivations(org, rule.object)
  const stored = comparedFields(org, rule).find(({ name }) => !(name in derived))
  return stored && rule.matching !== 'fuzzy' ? table.find(stored.name, String(after[stored.name])) : table.rows()
}

function comparedFields(org: Org, rule: DuplicateRule): Field[] {
  const object = org.schema.object(rule.object)
  if (!object) throw new Error(`This org has no object ${rule.object}, so it cannot have a duplicate rule.`)
  return [rule.field].flat().map((name) => {
    const field = org.schema.field(object, name)
    if (!field) throw new Error(`${rule.object} has no field ${name} that a duplicate rule could compare.`)
    return field
  })
}
