import type { OrgFaults } from '../faults/org-faults.ts'
import type { Shape } from '../shapes/shape.ts'
import { object, type Fields, type ReadFields } from '../shapes/shapes.ts'
import type { OrgAdmin } from './create-admin.ts'

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
  readonly fields: Fields
  readonly input: Shape<object>
  readonly run: (controls: Controls, input: object) => unknown
}

type Run<F extends Fields> = (controls: Controls, input: ReadFields<F>) => unknown

/** An operation that only looks. */
export function look<F extends Fields>(about: string, fields: F, run: Run<F>): Operation {
  return operation(about, true, fields, run)
}

/** An operation that changes something. */
export function act<F extends Fields>(about: string, fields: F, run: Run<F>): Operation {
  return operation(about, false, fields, run)
}

function operation<F extends Fields>(about: string, looks: boolean, fields: F, run: Run<F>): Operation {
  return { about, looks, fields, input: object(fields), run: (controls, input) => run(controls, input as ReadFields<F>) }
}
