import type { PipelineChange } from '../../contract/pipeline.ts'

type Change = Omit<PipelineChange, 'sentence'> & {
  /** Whether opportunities are pulled at all. */
  pulls: boolean
}

/** Says what becomes of linked records when Opportunities land in another pipeline. */
export function pipelineChangeSentence({ from, to, linkedInFrom, linkedInTo, pulls }: Change): string {
  if (from?.id === to.id) return `Opportunities sync with ${to.name} already.`
  const left = from === null || linkedInFrom === 0 ? [] : leftBehind(from.name, linkedInFrom)
  return [...left, ...(pulls ? pulled(to.name, linkedInTo, left.length > 0) : pushed(to.name, linkedInTo))].join(' ')
}

function leftBehind(name: string, linked: number): string[] {
  return [
    `${records(linked)} of ${name} ${linked === 1 ? 'is' : 'are'} linked to opportunities.`,
    linked === 1
      ? `It stays in ${name} as it is, and no longer syncs unless ${name} is chosen again.`
      : `They stay in ${name} as they are, and no longer sync unless ${name} is chosen again.`,
  ]
}

function pulled(name: string, linked: number, again: boolean): string[] {
  const rest = `every ${linked > 0 ? 'other ' : ''}opportunity ${again ? 'as a new record ' : ''}in ${name}`
  const first =
    linked > 0
      ? `The next pull updates the ${records(linked)} of ${name} that ${linked === 1 ? 'is' : 'are'} linked already, and creates ${rest}.`
      : `The next pull creates ${rest}.`
  return again ? [first, 'Pryzm_ID in Salesforce then names the records there.'] : [first]
}

function pushed(name: string, linked: number): string[] {
  const known =
    linked > 0 ? ` The ${records(linked)} of ${name} that ${linked === 1 ? 'is' : 'are'} linked already update theirs.` : ''
  return [`Nothing is pulled; a record of ${name} that is pushed creates an opportunity of its own.${known}`]
}

function records(count: number): string {
  return count === 1 ? '1 record' : `${count.toLocaleString('en-US')} records`
}
