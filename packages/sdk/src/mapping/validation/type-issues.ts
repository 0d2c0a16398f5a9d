import type { FieldPair, IssueFix, MappingIssue } from '../../contract/mapping.ts'
import type { Direction } from '../../contract/shared.ts'
import { flows, type Way } from '../effective-direction.ts'
import { fieldConvertibility } from '../types/field-convertibility.ts'
import { fieldFix, removeFix, turnFix, ways } from './issue-fixes.ts'
import type { KnownPair } from './known-pair.ts'
import { fieldIssue, type PairContext } from './pair-context.ts'
import { fieldsFor } from '../suggestions/suggested-sides.ts'
import { directionWords } from '../words.ts'

/** What the types of a pair do not let through: nothing at all this way, or some values. */
export function typeIssues(context: PairContext, known: KnownPair): MappingIssue[] {
  const { fieldPair, attribute, field, direction } = known
  const results = ways
    .filter((way) => flows(direction, way))
    .map((way) => ({ way, ...fieldConvertibility(attribute, field, way) }))
  const refused = results.filter(({ level }) => level === 'no')
  const lossy = results.filter(({ level }) => level === 'lossy')
  const issues: MappingIssue[] = []
  const [first] = refused
  if (first) {
    const stops = refused.length > 1 ? 'bidirectional' : first.way
    const fixes = fitFixes(context, known)
    const sentence = `${first.sentence} ${fitAdvice(stops, results.length)}`
    issues.push(fieldIssue(context, fieldPair, 'type_incompatible', stops, sentence, fixes))
  }
  for (const { way, sentence } of lossy) {
    issues.push(
      fieldIssue(context, fieldPair, 'lossy_conversion', null, `On ${way}: ${sentence}`, leaveFixes(context, known, way)),
    )
  }
  return issues
}

function fitAdvice(stops: Direction, waysUsed: number): string {
  if (stops === 'bidirectional' || waysUsed === 1) return 'Choose another field, or remove this pair.'
  return `Change the direction to ${directionWords[otherWay(stops)]}, or choose another field.`
}

/** Where one way is closed and the other one is used, to keep just that; then the fields that fit best. */
function fitFixes(context: PairContext, { fieldPair, attribute, direction }: KnownPair): IssueFix[] {
  const turns = direction === 'bidirectional' ? ways.flatMap((way) => keptWay(context, fieldPair, way)) : []
  const others = fieldsFor(context, attribute)
    .flatMap(({ field }) => fieldFix(context, fieldPair, field))
    .slice(0, 2)
  return [...turns, ...others, ...(turns.length > 0 ? [] : [removeFix(fieldPair)])].slice(0, 2)
}

function keptWay(context: PairContext, fieldPair: FieldPair, way: Way): IssueFix[] {
  const attribute = context.attributes.get(fieldPair.attribute)
  const field = context.fields.get(fieldPair.field)
  const open = attribute && field && fieldConvertibility(attribute, field, way).level !== 'no'
  return open ? turnFix(context, fieldPair, way) : []
}

/** Some values stay behind this way alone: the pair may do without it. */
function leaveFixes(context: PairContext, { fieldPair, attribute, field, direction }: KnownPair, way: Way): IssueFix[] {
  const other = otherWay(way)
  const lossless = direction === 'bidirectional' && fieldConvertibility(attribute, field, other).level === 'exact'
  return lossless ? turnFix(context, fieldPair, other) : []
}

function otherWay(way: Way): Way {
  return way === 'pull' ? 'push' : 'pull'
}
