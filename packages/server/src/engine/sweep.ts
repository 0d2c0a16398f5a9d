import { lookAfterSchemas } from './look-after-schemas.ts'
import type { Ports } from './ports/index.ts'
import { resumePush } from './resume-push.ts'

const dayMs = 24 * 60 * 60_000
// A push that lives holds its record's lock; one that is older than this is looked at, and waits for that lock.
const pushMayTakeMs = 60_000

/**
 * Deletes jobs whose retention has ended, settles pushes whose process died, tells the host what it has not taken, and looks
 * whether Salesforce changed.
 */
export async function sweep(ports: Ports): Promise<void> {
  const { store, clock, settings, log } = ports
  const now = clock.now().getTime()
  const deleted = await store.jobs.deleteBefore(new Date(now - settings.retentionDays * dayMs))
  if (deleted > 0) log.info('Deleted jobs whose retention has ended', { jobs: deleted })
  const unsettled = await store.jobs.unsettledPushes(new Date(now - pushMayTakeMs))
  await Promise.all(
    unsettled.map((job) =>
      resumePush(ports, job).catch((error: unknown) => log.error('A push could not be settled', { jobId: job.id, error })),
    ),
  )
  await Promise.all([ports.tellHostAgain(), lookAfterSchemas(ports)])
}
