import { useEffect, useRef } from 'react'
import type { Text } from '../../messages.ts'
import { useAnnounce } from '../../presentation.ts'
import type { SetupChecklistMessages } from './setup-checklist.messages.ts'
import { allPassed, objectsReady } from './setup-groups.ts'
import { stillLeft } from './still-left.ts'
import type { CheckedState } from './use-setup-checks.ts'

/** Says how a repeated check, or creating the field, came out. Focus stays where it is. */
export function useSetupNews({ report, rechecked, check, createFields }: CheckedState, text: Text<SetupChecklistMessages>): void {
  const announce = useAnnounce()
  const wasBusy = useRef(false)
  const busy = check.busy || createFields.busy
  const failed = check.error !== null || createFields.error !== null
  const same = rechecked === 'same' && !allPassed(report)
  const sentence = same ? stillLeft(report, text) : text.announceReady(objectsReady(report))
  useEffect(() => {
    if (wasBusy.current && !busy && !failed) announce(sentence)
    wasBusy.current = busy
  }, [announce, sentence, busy, failed])
}
