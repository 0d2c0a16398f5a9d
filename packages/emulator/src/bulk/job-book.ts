import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { notFound } from '../wire/salesforce-error.ts'
import type { JobDetails } from './job-details.ts'

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

interface Job {
  readonly details: JobDetails
  discard(): void
}

/** The bulk jobs of an org, kept for seven days. */
export class JobBook<J extends Job> {
  readonly #org: Org
  readonly #jobs = new Map<string, J>()

  constructor(org: Org) {
    this.#org = org
  }

  add(job: J): void {
    this.#forgetOld()
    this.#jobs.set(job.details.id, job)
  }

  /** Finds a job by its 15- or 18-character id. A job is its creator's and the administrator's; throws NOT_FOUND for others. */
  get(id: string, user: Row): J {
    const job = this.list(user).find(({ details }) => details.id === id || details.id.slice(0, 15) === id)
    if (!job) throw notFound()
    return job
  }

  /** The jobs that a user may see, oldest first. */
  list(user: Row): J[] {
    const all = this.#org.access.has(user, 'ModifyAllData')
    return [...this.#jobs.values()].filter(({ details }) => all || details.createdById === user.Id)
  }

  delete(job: J): void {
    this.#jobs.delete(job.details.id)
    job.discard()
  }

  #forgetOld(): void {
    const oldest = this.#org.clock().getTime() - KEPT_MS
    for (const job of this.#jobs.values()) if (job.details.createdDate.getTime() < oldest) this.delete(job)
  }
}
