import * as z from 'zod'
import type { OrgFaults } from '../faults/org-faults.ts'
import { jsonSchema, type JsonSchema } from '../inputs/json-schema.ts'
import { readInput } from '../inputs/read-input.ts'
import type { OrgAdmin } from './org-admin.ts'

/** What operations work on. */
export interface Controls {
  readonly admin: OrgAdmin
  readonly faults: OrgFaults
  reset(): void
}

/** Something that can be asked of an org, or done to it, by name and with JSON. */
export interface Operation {
  /** One sentence for whoever reads the list. */
  readonly about: string
  /** Whether it only looks, so that GET does too. */
  readonly looks: boolean
  /** Its arguments, as the JSON Schema of an object. */
  readonly input: JsonSchema
  /** Throws an error whose sentence says what is wrong with the input. */
  readonly run: (controls: Controls, input: unknown) => unknown
}

type Run<F extends z.core.$ZodShape> = (controls: Controls, input: z.output<z.ZodObject<F, z.core.$strict>>) => unknown

/** An operation that only looks. */
export function look<F extends z.core.$ZodShape>(about: string, fields: F, run: Run<F>): Operation {
  return operation(about, true, fields, run)
}

/** An operation that changes something. */
export function act<F extends z.core.$ZodShape>(about: string, fields: F, run: Run<F>): Operation {
  return operation(about, false, fields, run)
}

function operation<F extends z.core.$ZodShape>(about: string, looks: boolean, fields: F, run: Run<F>): Operation {
  const schema = z.strictObject(fields)
  return { about, looks, input: jsonSchema(schema), run: (controls, input) => run(controls, readInput(schema, input)) }
}
