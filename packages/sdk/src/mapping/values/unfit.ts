import type { SkipReason } from '../../contract/job.ts'

/** A value that does not fit its target, and why; the field is skipped. */
export class Unfit {
  readonly reason: SkipReason
  readonly sentence: string

  constructor(reason: SkipReason, sentence: string) {
    this.reason = reason
    this.sentence = sentence
  }
}
