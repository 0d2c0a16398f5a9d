import type { Saying } from '../pages/layout.ts'
import { SalesforceError } from '../wire/salesforce-error.ts'

/** Does what a person asked for on a page, and says that it was done, or in the words of the org why it could not be. */
export function attempt(action: () => unknown, notice: string): Saying {
  try {
    action()
    return { notice }
  } catch (error) {
    if (error instanceof SalesforceError) return { problem: error.errors.map(({ message }) => message).join(' ') }
    if (error instanceof Error && error.name === 'Error') return { problem: error.message }
    throw error
  }
}
