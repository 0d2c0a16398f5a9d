import type { SalesforceObject } from '@pryzm/salesforce-sdk'
import { useMemo } from 'react'
import { useText } from './presentation.ts'
import { commonMessages } from './primitives/common.messages.ts'

/** What the records of each object are called on either side, in the plural and in the reader's language. */
export type ObjectWords = Readonly<Record<SalesforceObject, { pryzm: string; salesforce: string }>>

export function useObjectWords(): ObjectWords {
  const t = useText('common', commonMessages)
  return useMemo(
    () => ({
      Account: { pryzm: t.organizations, salesforce: t.accounts },
      Contact: { pryzm: t.people, salesforce: t.contacts },
      Opportunity: { pryzm: t.pipelineEntities, salesforce: t.opportunities },
    }),
    [t],
  )
}
