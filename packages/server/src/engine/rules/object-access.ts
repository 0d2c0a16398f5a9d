import type { ObjectAccess, ObjectPair, ObjectRight } from '@pryzm/salesforce-sdk/contract'
import { flows } from '@pryzm/salesforce-sdk/mapping'
import type { DescribedAccess } from '../ports/index.ts'

/** What the connected user may do with the object, beside what the pair's direction needs; `described` is null where it is hidden. */
export function objectAccess({ object, direction }: ObjectPair, described: DescribedAccess | null): ObjectAccess {
  const right = (granted: boolean, needed: boolean): ObjectRight => (granted ? 'granted' : needed ? 'missing' : 'not_needed')
  // An object that may not be read can be neither created nor edited.
  const { queryable, createable, updateable } = described ?? { queryable: false, createable: false, updateable: false }
  const pushes = flows(direction, 'push')
  return {
    object,
    read: right(queryable, true),
    create: right(queryable && createable, pushes),
    edit: right(queryable && updateable, pushes),
  }
}

/** Whether a right is missing that the pair needs. */
export function lacksAccess({ read, create, edit }: ObjectAccess): boolean {
  return [read, create, edit].includes('missing')
}
