import type { SetupReport } from '@pryzm/salesforce-sdk'
import type { SetupLook } from './setup-look.ts'
import { leftOvers } from './setup-groups.ts'

/** What a check that changed nothing says: which problem is still there. */
export function stillLeft(report: SetupReport, text: SetupLook['text']): string {
  const left = leftOvers(report).map(({ subject, needs }) =>
    needs.length === 0 ? text.stillFails({ subject }) : text.stillNeeds({ subject, what: needs }),
  )
  return text.same({ left: left.join(' ') })
}
