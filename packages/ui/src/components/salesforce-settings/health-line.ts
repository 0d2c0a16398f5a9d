import { isOver } from '../../data/index.ts'
import type { SettingsLook } from './settings-look.ts'
import type { Status } from '../../primitives/index.ts'
import type { ReadySettings } from './use-salesforce-settings.ts'

/** How the sync is as a whole: the worst of what is known, in one sentence that is always true. */
export function healthLine(
  { connection, run }: Pick<ReadySettings, 'connection' | 'run'>,
  text: SettingsLook['text'],
): { status: Status; sentence: string } {
  if (connection.status === 'disconnected' || connection.status === 'connecting')
    return { status: 'waiting', sentence: text.healthNotConnected }
  // Why, is said once, above the steps.
  if (connection.status !== 'connected') return { status: 'paused', sentence: text.healthPaused }
  if (run === null) return { status: 'waiting', sentence: text.healthNotPulled }
  if (run.state === 'paused') return { status: 'paused', sentence: text.healthPaused }
  if (!isOver(run.state)) return { status: 'running', sentence: text.healthPulling }
  if (run.state === 'succeeded') return { status: 'done', sentence: text.healthy }
  if (run.state !== 'completed_with_errors') return { status: 'attention', sentence: text.healthNotFinished }
  const count = run.jobs.reduce((sum, job) => sum + job.counts.failed, 0)
  return { status: 'attention', sentence: text.healthAttention({ count }) }
}
