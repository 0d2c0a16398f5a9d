import type { NewResult, StoredCause } from './job-store.ts'

type Cause = Omit<StoredCause, 'no' | 'records'>

/** Causes of a job that are told apart by their sentence; what comes after them is told by attribute and reason alone. */
const MOST_CAUSES = 100

/** Counts what kept records from syncing whole, by cause, and numbers each cause of a job. */
export class CauseTally {
  readonly #numbers: Map<string, number>
  readonly #added = new Map<number, StoredCause>()
  #last: number

  /** Goes on from the causes that the job has already. */
  constructor(known: readonly StoredCause[] = []) {
    this.#numbers = new Map(known.map((cause) => [keyOf(cause), cause.no]))
    this.#last = known.reduce((last, { no }) => Math.max(last, no), 0)
  }

  /** Counts a result; returns the numbers of its causes. */
  add(result: Pick<NewResult, 'outcome' | 'reason' | 'skips'>): number[] {
    return causesOf(result).map((cause) => this.#count(cause))
  }

  /** What was counted, without what the job had before. */
  get added(): StoredCause[] {
    return [...this.#added.values()]
  }

  #count(cause: Cause): number {
    const known = this.#numbers.get(keyOf(cause))
    const told = known === undefined && this.#numbers.size >= MOST_CAUSES ? { ...cause, sentence: null } : cause
    const no = known ?? this.#numberOf(told)
    const counted = this.#added.get(no)
    if (counted) counted.records++
    else this.#added.set(no, { no, ...told, records: 1 })
    return no
  }

  #numberOf(cause: Cause): number {
    const key = keyOf(cause)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, ++this.#last)
    return this.#last
  }
}

/** A job's causes with those of more records added. */
export function mergeCauses(known: readonly StoredCause[], added: readonly StoredCause[]): StoredCause[] {
  const causes = new Map(known.map((cause) => [cause.no, cause]))
  for (const cause of added) causes.set(cause.no, { ...cause, records: (causes.get(cause.no)?.records ?? 0) + cause.records })
  return [...causes.values()]
}

/** A job's causes without those of results that lost them; what no record has any more keeps its number and loses its sentence. */
export function withoutCauses(known: readonly StoredCause[], lost: readonly number[]): StoredCause[] {
  const counts = new Map<number, number>()
  for (const no of lost) counts.set(no, (counts.get(no) ?? 0) + 1)
  return known.map((cause) => {
    const records = Math.max(0, cause.records - (counts.get(cause.no) ?? 0))
    return { ...cause, records, sentence: records === 0 ? null : cause.sentence }
  })
}

/** Whether a result still has a cause that it was counted for; a relation may have been linked since. */
export function hasCause({ skips }: Pick<NewResult, 'skips'>, { attribute, code }: StoredCause): boolean {
  return attribute === null || skips.some((skip) => skip.attribute === attribute && skip.reason === code)
}

function causesOf({ outcome, reason, skips }: Pick<NewResult, 'outcome' | 'reason' | 'skips'>): Cause[] {
  const fields = skips.map(({ attribute, reason: code, sentence }) => ({
    outcome: null,
    attribute,
    code,
    // It names the length of each record's own value.
    sentence: code === 'too_long' ? null : sentence,
  }))
  if (outcome !== 'failed' && outcome !== 'skipped') return fields
  return [{ outcome, attribute: null, code: reason?.code ?? outcome, sentence: reason?.sentence ?? null }, ...fields]
}

function keyOf({ outcome, attribute, code, sentence }: Cause): string {
  return `${outcome ?? ''}\n${attribute ?? ''}\n${code}\n${sentence ?? ''}`
}
