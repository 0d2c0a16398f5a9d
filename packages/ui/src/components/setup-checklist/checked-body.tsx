import { useId, useState } from 'react'
import { useFormats, usePresentation } from '../../presentation.ts'
import {
  AppLink,
  Button,
  CopyButton,
  ErrorNotice,
  type HeadingLevel,
  Notice,
  RefreshIcon,
  StatusBadge,
  Time,
} from '../../primitives/index.ts'
import { SetupItem } from './setup-item.tsx'
import { allPassed, fieldsCanBeCreated, instructions, objectsReady, setupGroups } from './setup-groups.ts'
import { stillLeft } from './still-left.ts'
import type { SetupLook } from './setup-look.ts'
import { useSetupNews } from './use-setup-news.ts'
import type { CheckedState } from './use-setup-checks.ts'

interface CheckedProps {
  state: CheckedState
  look: SetupLook
}

/** The report: folded to one line when all is well, and every check with its way out when not. */
export function CheckedBody({ state, look, headingLevel }: CheckedProps & { headingLevel: HeadingLevel }) {
  const { text, part } = look
  const listId = useId()
  const passed = allPassed(state.report)
  const [unfolded, setUnfolded] = useState(false)
  const open = unfolded || !passed
  useSetupNews(state, text)
  return (
    <>
      <Summary state={state} look={look} />
      {passed && (
        <div className="pz-box pz-actions">
          <Button size="s" aria-expanded={unfolded} aria-controls={listId} onClick={() => setUnfolded(!unfolded)}>
            {unfolded ? text.hideChecks : text.showChecks}
          </Button>
          <GoToMapping look={look} />
        </div>
      )}
      {state.check.error && <ErrorNotice title={text.checkFailed} error={state.check.error} retry={() => state.check.run()} />}
      <CreatedNotice state={state} look={look} />
      <ol {...part('items')} id={listId} aria-busy={state.check.busy || undefined} hidden={!open}>
        {open &&
          setupGroups(state.report).map((group) => (
            <SetupItem key={group.key} group={group} look={look} headingLevel={headingLevel} />
          ))}
      </ol>
      <Footer state={state} look={look} />
    </>
  )
}

function GoToMapping({ look: { text } }: { look: SetupLook }) {
  return <AppLink to={usePresentation().links.mapping}>{text.goToMapping}</AppLink>
}

function Summary({ state: { report, canManage, createFields }, look: { text, part } }: CheckedProps) {
  const hintId = useId()
  const passed = allPassed(report)
  const { ready, total } = objectsReady(report)
  return (
    <div {...part('progress', { state: passed ? 'pass' : 'fail' })}>
      <StatusBadge status={passed ? 'done' : 'attention'}>{text.objectsReady({ ready, total })}</StatusBadge>
      <p className="pz-box pz-muted">{passed ? text.allReady : text.why}</p>
      {fieldsCanBeCreated(report) && (
        <Button
          variant="primary"
          busy={createFields.busy}
          disabledReason={canManage ? undefined : text.viewOnly}
          aria-describedby={hintId}
          onClick={() => createFields.run()}
        >
          {text.createFields}
        </Button>
      )}
      {fieldsCanBeCreated(report) && (
        <p className="pz-box pz-muted" id={hintId}>
          {text.createFieldsHint}
        </p>
      )}
    </div>
  )
}

function CreatedNotice({ state: { created, createFields }, look: { text } }: CheckedProps) {
  if (createFields.error)
    return <ErrorNotice title={text.createFailed} error={createFields.error} retry={() => createFields.run()} />
  if (created === null) return null
  const refused = created.some(({ outcome }) => outcome === 'refused')
  return (
    <Notice tone={refused ? 'warning' : 'success'} title={refused ? text.createdPartly : text.created}>
      <ul className="pz-box">
        {created.map(({ object, sentence }) => (
          <li key={object} className="pz-box">
            {sentence}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function Footer({ state, look: { text, part } }: CheckedProps) {
  const { report, canManage, paused, resumesAt, check } = state
  const formats = useFormats()
  const off = canManage ? undefined : text.viewOnly
  const passed = allPassed(report)
  return (
    <div {...part('footer')}>
      <div className="pz-box pz-actions">
        <Button icon={<RefreshIcon />} busy={check.busy} disabledReason={off ?? paused ?? undefined} onClick={() => check.run()}>
          {check.busy ? text.checking : text.checkAgain}
        </Button>
        {!passed && (
          <CopyButton
            label={text.copyInstructions}
            said={text.instructionsCopied}
            text={() => instructions(report, text.instructionsHeading)}
          />
        )}
      </div>
      {paused !== null && (
        <p className="pz-box pz-muted">
          {text.paused} {resumesAt === null ? paused : text.resumesAt({ time: formats.time(resumesAt) })}
        </p>
      )}
      {off !== undefined && <p className="pz-box pz-muted">{off}</p>}
      <p className="pz-box pz-muted">
        {state.rechecked === 'same' && !passed && !check.busy ? (
          stillLeft(report, text)
        ) : (
          <>
            {text.lastChecked} <Time instant={report.checkedAt} />
          </>
        )}
      </p>
    </div>
  )
}
