import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import { plain, plainFieldName } from './name-score.ts'
import { ACCEPT_SCORE } from './accept-score.ts'
import { attributeCandidates, type Candidate, fieldCandidates, type Search, searchIn } from './pair-candidates.ts'
import type { PairContext } from '../validation/pair-context.ts'
import { fieldsCalled } from './side-names.ts'

/** A side that a pair could be tied to instead; `strong` where that can be accepted unread. */
export interface SuggestedSide {
  attribute: string
  field: string
  strong: boolean
}

/** Free fields for an attribute, best first. */
export function fieldsFor(context: PairContext, attribute: Attribute): SuggestedSide[] {
  const search = searchOf(context)
  return search ? fieldCandidates(attribute, search).map(suggestedSide) : []
}

/** Free attributes for a field, best first. */
export function attributesFor(context: PairContext, field: SalesforceField): SuggestedSide[] {
  const search = searchOf(context)
  return search ? attributeCandidates(field, search).map(suggestedSide) : []
}

/** Fields whose names differ from this one only in case, underscores, namespace or suffix: likely what it was renamed to. */
export function fieldsNamedLike({ describe }: PairContext, name: string): string[] {
  return describe ? fieldsCalled(describe, plainFieldName(name)).map(({ side }) => side.name) : []
}

/** The same of attributes. */
export function attributesNamedLike({ recordType }: PairContext, name: string): string[] {
  const wanted = plain(name)
  return (recordType?.attributes ?? []).filter((attribute) => plain(attribute.name) === wanted).map((attribute) => attribute.name)
}

function suggestedSide({ attribute, field, score }: Candidate): SuggestedSide {
  return { attribute: attribute.name, field: field.name, strong: score >= ACCEPT_SCORE }
}

const known = new WeakMap<PairContext, Search>()

function searchOf(context: PairContext): Search | null {
  const { pair, describe, recordType } = context
  const made = known.get(context) ?? (describe && recordType ? searchIn(pair, describe, recordType) : null)
  if (made) known.set(context, made)
  return made
}
