import type { SalesforceStages } from '@pryzm/salesforce-sdk'
import { Checkbox } from '../../primitives/index.ts'
import type { PickerWords } from './picker-words.ts'

export interface ProcessListProps {
  stages: SalesforceStages
  /** Ids of the processes whose stages are taken over. */
  chosen: readonly string[]
  words: PickerWords
  onChoose: (ids: string[]) => void
}

/** The sales processes of an org that has several: one to start from, or some together. */
export function ProcessList({ stages: { processes }, chosen, words, onChoose }: ProcessListProps) {
  const { t, part } = words
  const active = processes.filter((process) => process.active)
  if (active.length < 2) return null
  const taken = active.filter(({ id }) => chosen.includes(id))
  const toggle = (id: string, on: boolean) =>
    onChoose(active.map((process) => process.id).filter((other) => (other === id ? on : chosen.includes(other))))
  return (
    <fieldset {...part('processes')}>
      <legend {...part('stages-title')}>{t.processes}</legend>
      <p {...part('hint')}>{taken.length === 0 ? t.processesNone : t.processesExplained}</p>
      {active.map(({ id, name, stages }) => {
        const others = taken.filter((other) => other.id !== id).flatMap((other) => other.stages)
        const shared = stages.filter((stage) => others.includes(stage)).length
        return (
          <Checkbox
            key={id}
            label={name}
            hint={t.processSize({ stages: stages.length, shared })}
            checked={chosen.includes(id)}
            onChange={({ target }) => toggle(id, target.checked)}
          />
        )
      })}
    </fieldset>
  )
}
