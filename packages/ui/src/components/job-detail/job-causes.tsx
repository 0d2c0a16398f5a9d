import type { JobCause } from '@pryzm/salesforce-sdk'
import { useState } from 'react'
import { usePresentation } from '../../presentation.ts'
import { AppLink, Button, FailedIcon, SkippedIcon } from '../../primitives/index.ts'
import type { ReadyJob } from './job-detail.view.tsx'
import { withView } from './job-view.ts'
import type { JobWords } from './job-words.ts'

/** How many causes are shown before all are asked for. */
const FEW = 3

interface CausesProps {
  state: ReadyJob
  words: JobWords
}

/** What kept records from syncing whole, by cause: to look at its records, to mend it, and to try just these again. */
export function JobCauses({ state, words }: CausesProps) {
  const { t, part } = words
  const [all, setAll] = useState(false)
  const { causes, view } = state
  if (causes.length === 0) return null
  const few = causes.filter((cause, index) => index < FEW || cause.id === view.cause)
  return (
    <section aria-label={t.causes} {...part('causes')}>
      <span {...part('causes-title')}>{t.causes}</span>
      <ul {...part('causes-list')}>
        {(all ? causes : few).map((cause) => (
          <Cause key={cause.id} cause={cause} state={state} words={words} />
        ))}
      </ul>
      {causes.length > few.length && (
        <Button
          size="s"
          variant="plain"
          aria-expanded={all}
          className={part('more-causes').className}
          onClick={() => setAll(!all)}
        >
          {all ? t.fewerCauses : t.allCauses({ count: causes.length })}
        </Button>
      )}
    </section>
  )
}

function Cause({ cause, state, words }: CausesProps & { cause: JobCause }) {
  const { t, part } = words
  const { job, view, setView, retry } = state
  const { links } = usePresentation()
  const { id, records, pairId, reason } = cause
  const shown = view.cause === id
  return (
    <li {...part('cause', { outcome: cause.outcome ?? 'field', shown })}>
      {cause.outcome === 'failed' ? <FailedIcon className="pz-job-detail-cause-failed" /> : <SkippedIcon />}
      <span {...part('cause-text')}>{t.causeText({ count: records, cause: sentenceOf(cause, words) })}</span>
      <span {...part('cause-actions')}>
        <Button
          size="s"
          aria-pressed={shown}
          className={part('outcome').className}
          onClick={() => setView(withView(view, { cause: shown ? undefined : id }))}
        >
          {t.showCause({ count: records })}
        </Button>
        {pairId !== null && (
          <AppLink to={links.mappingRow(job.object, pairId)}>
            {reason === 'option_mismatch' ? t.matchInMapping : t.fixInMapping}
          </AppLink>
        )}
        {retry.may === 'pull' && retry.retried?.as !== 'started' && (
          <Button size="s" busy={retry.action.busy} onClick={() => retry.action.run({ cause: id })}>
            {t.retryCause({ count: records })}
          </Button>
        )}
      </span>
    </li>
  )
}

/** What happened, in the server's words; in ours where each record has words of its own. */
function sentenceOf({ sentence, attributeLabel, reason, outcome }: JobCause, { t }: JobWords): string {
  if (sentence !== null) return sentence
  if (attributeLabel !== null && reason !== null)
    return t.causeOfField({ attribute: attributeLabel, reason: t[`reason_${reason}`] })
  return outcome === 'failed' ? t.failedOtherwise : t.leftOutOtherwise
}
