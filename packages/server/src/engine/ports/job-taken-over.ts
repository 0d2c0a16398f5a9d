/** Another worker goes on with this job: let go of it, and leave its state alone. */
export class JobTakenOver extends Error {
  override readonly name = 'JobTakenOver'

  constructor(jobId: string) {
    super(`Another worker has gone on with job ${jobId}.`)
  }
}
