import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { notFound } from '../wire/salesforce-error.ts'
import type { JobDetails } from './job-details.ts'

const DAY_MS = 24 * 60 * 60 * 1000

interface Job {
  readonly details: JobDetails
  discard(): void
}

/** The bulk jobs of an org, kept for as many days as it is set to. */
export class JobBook<J extends Job> {
  readonly #org: Org
  readonly #jobs = new Map<string, J>()
  /** When the jobs of the last day were made, deleted ones included. */
  readonly #made: Date[] = []

  constructor(org: Org) {
    this.#org = org
  }

  add(job: J): void {
    this.#jobs.set(job.details.id, job)
    this.#made.push(job.details.createdDate)
  }

  /** How many jobs were made in the last 24 hours. */
  get madeInDay(): number {
    const oldest = this.#org.clock().getTime() - DAY_MS
    while (this.#made[0] && this.#made[0].getTime() <= oldest) this.#made.shift()
    return this.#made.length
  }

  /** Finds a job by its 15- or 18-character id. A job is its creator's and the administrator's; throws NOT_FOUND for others. */
  get(id: string, user: Row): J {
    const job = this.list(user).find(({ details }) => details.id === id || details.id.slice(0, 15) === id)
    if (!job) throw notFound()
    return job
  }

  /** The jobs that a user may see, oldest first. */
  list(user: Row): J[] {
    this.#forgetOld()
    const all = this.#org.access.has(user, 'ModifyAllData')
    return [...this.#jobs.values()].filter(({ details }) => all || details.createdById === user.Id)
  }

  delete(job: J): void {
    this.#jobs.delete(job.details.id)
    job.discard()
  }

  #forgetOld(): void {
    const oldest = this.#org.clock().getTime() - this.#org.settings.bulk.keptDays * DAY_MS
    for (const job of this.#jobs.values()) if (job.details.createdDate.getTime() < oldest) this.delete(job)
  }
}
