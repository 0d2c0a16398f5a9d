import type { PartClass, PartState, SlotOwner, Slots } from './slots.ts'

/** Joins class names, leaving out what is empty. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** The attributes of a part: its classes, its name and its state as `data-*`. */
export interface PartAttributes {
  className: string
  'data-slot': string
}

export type Part<Owner extends SlotOwner> = (slot: Slots[Owner], state?: PartState) => PartAttributes

/** Makes the function that names the parts of one component; `block` is the stem of its classes, such as `connection-card`. */
export function createParts<Owner extends SlotOwner>(
  owner: Owner,
  block: string,
  hostClasses: (slot: Slots[Owner]) => (PartClass | undefined)[],
): Part<Owner> {
  return (slot, state = {}) => ({
    className: classes(
      'pz-box',
      slot === 'root' ? `pz-${block}` : `pz-${block}-${slot}`,
      ...hostClasses(slot).map((given) => (typeof given === 'function' ? given(state) : given)),
    ),
    'data-slot': `${owner}.${slot}`,
    ...dataAttributes(state),
  })
}

function dataAttributes(state: PartState): Record<string, string> {
  const entries = Object.entries(state).filter(([, value]) => value !== undefined && value !== false)
  return Object.fromEntries(entries.map(([name, value]) => [`data-${name}`, value === true ? '' : String(value)]))
}
