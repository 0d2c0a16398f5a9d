import { useId } from 'react'
import { Heading, type HeadingLevel, StatusBadge, Time } from '../../primitives/index.ts'
import { healthLine } from './health-line.ts'
import type { SettingsLook } from './settings-look.ts'
import type { ReadySettings } from './use-salesforce-settings.ts'

interface HealthCardProps {
  state: ReadySettings
  look: SettingsLook
  headingLevel: HeadingLevel
}

/** How the sync is, at a glance: one sentence, the last pull, and the calls that Salesforce counts. */
export function HealthCard({ state, look: { text, part }, headingLevel }: HealthCardProps) {
  const titleId = useId()
  const { status, sentence } = healthLine(state, text)
  const { apiUsage } = state.connection
  return (
    <section className="pz-box pz-card" aria-labelledby={titleId}>
      <Heading level={headingLevel} id={titleId}>
        {text.health}
      </Heading>
      <div {...part('health', { status })}>
        <StatusBadge status={status} variant="plain">
          {sentence}
        </StatusBadge>
        {state.run?.finishedAt != null && (
          <span className="pz-box pz-muted">
            {text.lastPull} <Time instant={state.run.finishedAt} />
          </span>
        )}
        {apiUsage && apiUsage.limit > 0 && (
          <span className="pz-box pz-muted">{text.calls({ share: apiUsage.used / apiUsage.limit })}</span>
        )}
      </div>
    </section>
  )
}
