import type { Org } from '../org/org.ts'
import type { AddedFault, Fault } from './fault.ts'
import { presetFault, type FaultPreset } from './fault-presets.ts'

/** Things that go wrong on demand, each a counted number of times. */
export interface OrgFaults {
  add(fault: Fault): AddedFault
  /** Adds a ready-made fault, with other counts if told. */
  addPreset(preset: FaultPreset, counts?: Pick<Fault, 'skip' | 'times'>): AddedFault
  /** Those that can still strike. */
  list(): readonly AddedFault[]
  /** Ends a fault by its id. Throws when there is none that could still strike. */
  remove(id: string): void
  clear(): void
}

export function createFaults(current: () => Org): OrgFaults {
  return {
    add: (fault) => current().faults.add(fault),
    addPreset: (preset, counts) => current().faults.add(presetFault(preset, counts)),
    list: () => current().faults.active,
    remove(id) {
      const found = current().faults.active.find((fault) => fault.id === id)
      if (!found) throw new Error(`No fault "${id}" is waiting to strike.`)
      found.remove()
    },
    clear: () => current().faults.clear(),
  }
}
