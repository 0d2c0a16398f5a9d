import { type ReactNode, useId, useState } from 'react'
import { Button, Heading, type HeadingLevel, VisuallyHidden } from '../../primitives/index.ts'
import type { SettingsLook } from './settings-look.ts'
import type { Step } from './settings-steps.ts'
import { StepSummary } from './step-summary.tsx'
import type { ReadySettings } from './use-salesforce-settings.ts'

interface SettingsStepProps {
  step: Step
  /** Counted from 1. */
  position: number
  state: ReadySettings
  look: SettingsLook
  headingLevel: HeadingLevel
  /** Names the step's place on the page, for the skip link and for focus. */
  anchor: string
  /** True where the host's address asks for this step. */
  wanted: boolean
  children: ReactNode
}

/** One step: a line when it is done or not yet its turn, and the whole component when it is. */
export function SettingsStep({ step, position, state, look, headingLevel, anchor, wanted, children }: SettingsStepProps) {
  const { text, part } = look
  const bodyId = useId()
  const [chosen, setChosen] = useState<boolean | null>(wanted ? true : null)
  // Pulling is what the page is for once all is set up, so that step stays open.
  const open = chosen ?? (step.state === 'current' || (step.key === 'sync' && step.state === 'done'))
  const name = text[step.key]
  return (
    <li {...part('step', { state: step.state, open })} aria-current={step.state === 'current' ? 'step' : undefined}>
      <div className="pz-box pz-salesforce-settings-line">
        <span className="pz-box pz-salesforce-settings-number" aria-hidden="true">
          {position}
        </span>
        <Heading level={headingLevel} id={anchor} part={part('name')}>
          {name}
          {step.state !== 'checking' && <VisuallyHidden>{text[step.state]}</VisuallyHidden>}
        </Heading>
        <StepSummary step={step} state={state} look={look} />
        {step.state !== 'current' && (
          <Button
            size="s"
            aria-expanded={open}
            aria-controls={bodyId}
            aria-label={open ? text.hide({ step: name }) : text.show({ step: name })}
            onClick={() => setChosen(!open)}
          >
            {open ? text.hideWord : text.showWord}
          </Button>
        )}
      </div>
      <div className="pz-box pz-salesforce-settings-body" id={bodyId} hidden={!open}>
        {open && children}
      </div>
    </li>
  )
}
