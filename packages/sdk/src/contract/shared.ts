import * as z from 'zod'
import { directions, salesforceObjects } from './vocabulary.ts'

export const SalesforceObject = z.enum(salesforceObjects).meta({ id: 'SalesforceObject' })
export type SalesforceObject = z.infer<typeof SalesforceObject>

export const Direction = z.enum(directions).meta({ id: 'Direction' })
export type Direction = z.infer<typeof Direction>

/** Pryzm's side of an object pair: `organization`, `person` or `pipeline:<pipelineId>`. */
export const RecordType = z
  .string()
  .regex(/^(organization|person|pipeline:[\w-]{1,64})$/, 'Expected organization, person or pipeline:<id>')
  .meta({ id: 'RecordType' })
export type RecordType = z.infer<typeof RecordType>

/** An instant as ISO 8601 text in UTC, such as `2026-03-04T10:00:00.000Z`. */
export const Instant = z.iso.datetime().meta({ id: 'Instant' })

/** A person of Pryzm who did something; `id` is `system` for scheduled work. */
export const Actor = z.object({ id: z.string(), name: z.string() }).meta({ id: 'Actor' })
export type Actor = z.infer<typeof Actor>

export const Count = z.int().min(0)

export const Address = z
  .object({
    street: z.string().nullable(),
    city: z.string().nullable(),
    state: z.string().nullable(),
    postalCode: z.string().nullable(),
    country: z.string().nullable(),
  })
  .meta({ id: 'Address' })
export type Address = z.infer<typeof Address>

export const Money = z.object({ amount: z.string(), currency: z.string().nullable() }).meta({ id: 'Money' })
export type Money = z.infer<typeof Money>

/**
 * A value of an attribute: text-like, date (`YYYY-MM-DD`), datetime (ISO, `Z`), option id and record id as text; number and
 * percent as decimal text (`25` means 25 %); currency as `Money`; multi_select as option ids; address as `Address`; blank as null.
 */
export const AttributeValue = z
  .union([z.string(), z.boolean(), z.array(z.string()), Money, Address])
  .nullable()
  .meta({ id: 'AttributeValue' })
export type AttributeValue = z.infer<typeof AttributeValue>

/** One page of a list, newest or first in order; `next` is the cursor of the page that follows, null on the last. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export const Cursor = z.string().max(500).optional()
