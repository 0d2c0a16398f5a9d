import { isOver } from '../../data/index.ts'
import { type Status, StatusBadge, Time } from '../../primitives/index.ts'
import type { SettingsLook } from './settings-look.ts'
import { blockingMappingIssues, mappedPairs, type Step } from './settings-steps.ts'
import type { ReadySettings } from './use-salesforce-settings.ts'

interface StepSummaryProps {
  step: Step
  state: ReadySettings
  look: SettingsLook
}

/** A step in one line: its status, and the fact that matters most. */
export function StepSummary({ step, state, look }: StepSummaryProps) {
  const { status, word } = summaryOf(step, state, look.text)
  return (
    <span {...look.part('summary')}>
      <StatusBadge status={status} variant="plain">
        {word}
      </StatusBadge>
      {step.key === 'sync' && state.run?.finishedAt != null && (
        <span className="pz-box pz-muted">
          <Time instant={state.run.finishedAt} />
        </span>
      )}
    </span>
  )
}

function summaryOf(step: Step, state: ReadySettings, text: SettingsLook['text']): { status: Status; word: string } {
  switch (step.key) {
    case 'connection':
      return connectionSummary(state, text)
    case 'setup':
      return setupSummary(step, state, text)
    case 'mapping':
      return mappingSummary(state, text)
    case 'sync':
      return syncSummary(state, text)
  }
  return step.key satisfies never
}

function connectionSummary({ connection }: ReadySettings, text: SettingsLook['text']): { status: Status; word: string } {
  if (connection.status === 'connected')
    return { status: 'done', word: text.connectedTo({ org: connection.org?.name ?? 'Salesforce' }) }
  if (connection.status === 'reauthorization_required') return { status: 'attention', word: text.reconnectNeeded }
  if (connection.status !== 'degraded') return { status: 'waiting', word: text.next }
  return connection.reason === 'org_unavailable'
    ? { status: 'attention', word: text.notResponding }
    : { status: 'paused', word: text.degraded }
}

function setupSummary(
  step: Step,
  { setup, checkingSetup }: ReadySettings,
  text: SettingsLook['text'],
): { status: Status; word: string } {
  if (checkingSetup) return { status: 'running', word: text.setupChecking }
  if (setup === null) return { status: 'waiting', word: text.setupUnknown }
  return step.state === 'done' ? { status: 'done', word: text.setupReady } : { status: 'attention', word: text.setupOpen }
}

function mappingSummary({ mapping }: ReadySettings, text: SettingsLook['text']): { status: Status; word: string } {
  if (mapping.version === 0) return { status: 'waiting', word: text.notMapped }
  const { pairs, attention } = mappedPairs(mapping)
  const count = Math.max(attention, blockingMappingIssues(mapping).length)
  return count > 0
    ? { status: 'attention', word: text.needAttention({ count }) }
    : { status: 'done', word: text.pairs({ pairs }) }
}

function syncSummary({ run }: ReadySettings, text: SettingsLook['text']): { status: Status; word: string } {
  if (run === null) return { status: 'waiting', word: text.notPulled }
  if (!isOver(run.state)) return { status: 'running', word: text.running }
  if (run.state === 'succeeded') return { status: 'done', word: text.pulled }
  if (run.state === 'completed_with_errors') return { status: 'attention', word: text.pulledWithErrors }
  return { status: run.state === 'failed' ? 'failed' : 'cancelled', word: text.notFinished }
}
