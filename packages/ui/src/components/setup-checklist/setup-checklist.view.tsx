import { useId } from 'react'
import type { Overrides } from '../../messages.ts'
import { type PartOptions, useParts, useText } from '../../presentation.ts'
import { Heading, type HeadingLevel, Section } from '../../primitives/index.ts'
import { type SetupChecklistMessages, setupChecklistMessages } from './setup-checklist.messages.ts'
import { SetupBody } from './setup-body.tsx'
import type { SetupState } from './use-setup-checks.ts'

export interface SetupChecklistViewProps extends PartOptions<'setup'> {
  state: SetupState
  headingLevel?: HeadingLevel
  messages?: Overrides<SetupChecklistMessages>
}

/** The checklist drawn from a state that the host gives. */
export function SetupChecklistView({ state, headingLevel = 2, messages, ...options }: SetupChecklistViewProps) {
  const titleId = useId()
  const text = useText('setup', setupChecklistMessages, messages)
  const part = useParts('setup', 'setup-checklist', options)
  return (
    <Section
      name="SetupChecklist"
      part={part('root', { state: state.status })}
      labelledBy={titleId}
      busy={state.status === 'loading'}
    >
      <div className="pz-box pz-card">
        <div {...part('header')}>
          <Heading level={headingLevel} id={titleId} part={part('title')}>
            {text.title}
          </Heading>
        </div>
        <SetupBody state={state} look={{ text, part }} headingLevel={headingLevel} />
      </div>
    </Section>
  )
}
