import type { Org } from '../org/org.ts'
import { failedItem, rolledBackItem, type CollectionItem } from '../wire/collection-item.ts'
import { SalesforceError } from '../wire/salesforce-error.ts'

/** How to write one record of a collection, and what its item says besides the error when it is refused. */
export interface ItemWriter<Input> {
  write: (input: Input) => CollectionItem
  onFailure: (input: Input) => Partial<CollectionItem>
}

/** Writes records one after another; with `allOrNone` a single failure takes all of them back. */
export function writeAll<Input>(
  org: Org,
  inputs: readonly Input[],
  allOrNone: boolean,
  writer: ItemWriter<Input>,
): CollectionItem[] {
  return org.journal.transact(({ rollBack }) => {
    const items = inputs.map((input) => writeOne(input, writer))
    if (!allOrNone || items.every((item) => item.success)) return items
    rollBack()
    return items.map((item) => (item.success ? rolledBackItem() : item))
  })
}

function writeOne<Input>(input: Input, { write, onFailure }: ItemWriter<Input>): CollectionItem {
  try {
    return write(input)
  } catch (error) {
    if (error instanceof SalesforceError) return failedItem(error, onFailure(input))
    throw error
  }
}
