import type { JobCause } from '../contract/job.ts'
import type { ScenarioJob, ScenarioRecord } from './scenario.ts'

/** What kept the records of a job from syncing whole, as the server groups it: by attribute, reason and sentence. */
export function causesOf({ records }: ScenarioJob): JobCause[] {
  const causes = new Map<string, JobCause>()
  for (const cause of records.flatMap(recordCauses)) {
    const key = keyOf(cause)
    const known = causes.get(key)
    if (known) known.records += 1
    else causes.set(key, { ...cause, id: String(causes.size + 1), records: 1 })
  }
  return [...causes.values()].toSorted((a, b) => b.records - a.records)
}

/** Tells whether a record has the cause of that id; every record passes where none is asked for. */
export function causeFilter(job: ScenarioJob, id: string | undefined): (record: ScenarioRecord) => boolean {
  if (id === undefined) return () => true
  const cause = causesOf(job).find((one) => one.id === id)
  return (record) => cause !== undefined && recordCauses(record).some((one) => keyOf(one) === keyOf(cause))
}

type Cause = Omit<JobCause, 'id' | 'records'>

function recordCauses({ result: { outcome, reason }, fields }: ScenarioRecord): Cause[] {
  const none = { attribute: null, attributeLabel: null, field: null, pairId: null }
  const whole: Cause[] =
    outcome === 'failed' || outcome === 'skipped'
      ? [{ ...none, outcome, reason: null, code: reason?.code ?? outcome, sentence: reason?.sentence ?? null }]
      : []
  const left = fields.flatMap(({ attribute, attributeLabel, field, pairId, reason: why, sentence }): Cause[] =>
    why === null
      ? []
      : [
          {
            outcome: null,
            reason: why,
            code: why,
            attribute,
            attributeLabel,
            field,
            pairId,
            sentence: why === 'too_long' ? null : sentence,
          },
        ],
  )
  return [...whole, ...left]
}

function keyOf({ outcome, attribute, code, sentence }: Cause): string {
  return JSON.stringify([outcome, attribute, code, sentence])
}
