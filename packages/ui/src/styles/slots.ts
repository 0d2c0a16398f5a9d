/** The parts of each component that a host can style by `classNames`, as `'connection.title'`. */
export interface Slots {
  connection:
    | 'root'
    | 'header'
    | 'logo'
    | 'title'
    | 'badge'
    | 'body'
    | 'details'
    | 'detail'
    | 'term'
    | 'value'
    | 'notice'
    | 'footer'
    | 'summary'
  setup: 'root' | 'header' | 'title' | 'progress' | 'items' | 'item' | 'problems' | 'steps' | 'actions' | 'footer'
  mapping: string
  pipeline: string
  pull: 'root' | 'header' | 'title' | 'items' | 'item' | 'name' | 'count' | 'progress' | 'result' | 'footer'
  push: 'root' | 'trigger' | 'reason' | 'summary' | 'results' | 'row'
  history: string
  job: string
  settings: 'root' | 'steps' | 'step' | 'summary' | 'side'
}

export type SlotOwner = keyof Slots

/** The dotted name of any part. */
export type SlotName = { [Owner in SlotOwner]: `${Owner}.${Slots[Owner]}` }[SlotOwner]

/** What a part tells about itself, also written to it as `data-*`. */
export type PartState = Readonly<Record<string, string | number | boolean | undefined>>

/** A host's classes for a part: fixed, or chosen by the part's state. */
export type PartClass = string | ((state: PartState) => string)

export type ClassNames = Partial<Record<SlotName, PartClass>>
