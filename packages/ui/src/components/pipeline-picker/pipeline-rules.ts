import type { SalesforceStage } from '@pryzm/salesforce-sdk'
import type { PickerWords } from './picker-words.ts'

const LONGEST_NAME = 80
const MOST_STAGES = 200
/** From here on a pipeline is hard to read on a screen. */
export const MANY_STAGES = 20

/** What is wrong with the name of a new pipeline; null where nothing is. */
export function nameProblem(name: string, taken: readonly string[], t: PickerWords['t']): string | null {
  const wanted = name.trim()
  if (wanted === '') return t.nameRequired
  if (wanted.length > LONGEST_NAME) return t.nameTooLong({ limit: LONGEST_NAME })
  const same = taken.some((other) => other.toLowerCase() === wanted.toLowerCase())
  return same ? t.nameTaken({ name: wanted }) : null
}

/** What is wrong with the chosen stages; null where nothing is. */
export function stagesProblem(
  apiNames: readonly string[],
  stages: readonly SalesforceStage[],
  t: PickerWords['t'],
): string | null {
  if (apiNames.length === 0) return t.stagesRequired
  if (apiNames.length > MOST_STAGES) return t.stagesTooMany({ limit: MOST_STAGES })
  const chosen = stages.filter(({ apiName }) => apiNames.includes(apiName))
  if (chosen.every(({ type }) => type !== 'open')) return t.stagesNoOpen
  return null
}

/** The first label that several of the stages share; null where each has its own. */
export function sharedLabel(stages: readonly SalesforceStage[]): string | null {
  const seen = new Set<string>()
  for (const { label } of stages) {
    const name = label.trim().toLowerCase()
    if (seen.has(name)) return label
    seen.add(name)
  }
  return null
}
