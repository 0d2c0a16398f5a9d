import type { ObjectDescribe } from '../../src/contract/schema.ts'
import { ACCEPT_SCORE } from '../../src/mapping/suggestions/accept-score.ts'
import { type Suggestion, suggestPairs } from '../../src/mapping/suggestions/suggest-pairs.ts'
import { objectPair } from '../one-pair.ts'
import { type Choice, schemaOf } from './read-schema.ts'

/** How well suggestions meet what a person would choose. */
export interface Verdict {
  /** Pairs that a person would choose in this org. */
  wanted: number
  found: number
  /** Of those found: at or above the accept threshold. */
  strong: number
  missed: string[]
  /** Proposed at or above the accept threshold although a person would not choose them. */
  wrong: string[]
  /** The same below the threshold: seen, and not accepted unread. */
  weakWrong: string[]
}

/** Holds the suggestions for one object of an org against the choices. */
export function judgeSuggestions(describe: ObjectDescribe, choices: readonly Choice[]): Verdict {
  const recordType = schemaOf(describe.name, choices)
  const suggestions = suggestPairs(objectPair([], { object: describe.name }), { describe, recordType })
  const byAttribute = new Map(suggestions.map((suggestion) => [suggestion.attribute, suggestion]))
  const visible = new Set(describe.fields.map(({ name }) => name))
  const verdict: Verdict = { wanted: 0, found: 0, strong: 0, missed: [], wrong: [], weakWrong: [] }
  for (const { attribute, right, optional } of choices) {
    const suggestion = byAttribute.get(attribute.name)
    const isRight = suggestion !== undefined && right.includes(suggestion.field)
    if (!optional && right.some((field) => visible.has(field)))
      count(verdict, suggestion, isRight, `${attribute.name} → ${right.join(' or ')}`)
    if (suggestion && !isRight) (suggestion.score >= ACCEPT_SCORE ? verdict.wrong : verdict.weakWrong).push(written(suggestion))
  }
  return verdict
}

function count(verdict: Verdict, suggestion: Suggestion | undefined, isRight: boolean, wanted: string): void {
  verdict.wanted += 1
  if (!isRight || !suggestion) {
    verdict.missed.push(wanted)
    return
  }
  verdict.found += 1
  if (suggestion.score >= ACCEPT_SCORE) verdict.strong += 1
}

function written({ attribute, field, score }: Suggestion): string {
  return `${attribute} → ${field} (${score.toFixed(2)})`
}

export function joinVerdicts(verdicts: readonly Verdict[]): Verdict {
  return verdicts.reduce((sum, verdict) => ({
    wanted: sum.wanted + verdict.wanted,
    found: sum.found + verdict.found,
    strong: sum.strong + verdict.strong,
    missed: [...sum.missed, ...verdict.missed],
    wrong: [...sum.wrong, ...verdict.wrong],
    weakWrong: [...sum.weakWrong, ...verdict.weakWrong],
  }))
}
