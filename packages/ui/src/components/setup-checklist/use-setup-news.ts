import { useEffect, useRef } from 'react'
import type { Text } from '../../messages.ts'
import { useAnnounce } from '../../presentation.ts'
import type { SetupChecklistMessages } from './setup-checklist.messages.ts'
import { objectsReady } from './setup-groups.ts'
import type { CheckedState } from './use-setup-checks.ts'

/** Says how a repeated check came out. Focus stays where it is. */
export function useSetupNews({ report, rechecked, check }: CheckedState, text: Text<SetupChecklistMessages>): void {
  const announce = useAnnounce()
  const heard = useRef(report.checkedAt)
  const sentence = rechecked === 'same' ? text.same : text.announceReady(objectsReady(report))
  useEffect(() => {
    if (check.busy || heard.current === report.checkedAt) return
    heard.current = report.checkedAt
    announce(sentence)
  }, [announce, sentence, report.checkedAt, check.busy])
}
