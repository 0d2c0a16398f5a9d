import * as fc from 'fast-check'
import { it } from 'vitest'
import { foundFailures, type LawName } from './found-failures.ts'

/** How many cases each law is tried on. `PROPERTY_RUNS` with another `PROPERTY_SEED` hunts longer. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 10_000)

/** Laws take seconds; this is for busy machines and long hunts. */
const timeout = 60_000 + numRuns * 10

/** A rule that holds for whatever is generated, and for every input that ever broke it. */
export function law<Input>(name: LawName, input: fc.Arbitrary<Input>, holds: (input: Input) => void): void {
  const examples = (foundFailures[name] as readonly Input[]).map((example): [Input] => [example])
  it(name, () => fc.assert(fc.property(input, holds), { numRuns, examples }), timeout)
}
