import type { CheckStatus, SetupCheck, SetupProblem } from '@pryzm/salesforce-sdk'
import {
  BothWaysIcon,
  CloudIcon,
  ExternalLink,
  Heading,
  type HeadingLevel,
  levelBelow,
  OrganizationIcon,
  PackageIcon,
  PersonIcon,
  PipelineIcon,
  type Status,
  StatusBadge,
  statuses,
  VisuallyHidden,
} from '../../primitives/index.ts'
import { type ObjectWords, useObjectWords } from '../../object-words.ts'
import { useFormats } from '../../presentation.ts'
import { Facts, isAmongFacts } from './pryzm-id-facts.tsx'
import type { SetupGroup } from './setup-groups.ts'
import type { SetupLook } from './setup-look.ts'

const shapes: Record<CheckStatus, Status> = { pass: 'done', fail: 'attention', unknown: 'unknown' }

/** One group of checks; its title says its status to screen readers too. */
export function SetupItem({ group, look, headingLevel }: { group: SetupGroup; look: SetupLook; headingLevel: HeadingLevel }) {
  const { text, part } = look
  const formats = useFormats()
  const objects = useObjectWords()
  const pryzmId = group.checks.find(({ kind }) => kind === 'pryzm_id')
  return (
    <li {...part('item', { state: group.status })}>
      <div className="pz-box pz-setup-checklist-item-header">
        <Heading level={levelBelow(headingLevel)} part={part('name')}>
          <GroupIcon group={group} />
          {titleOf(group, text, objects)}
          <VisuallyHidden>{text[`${group.status}Word`]}</VisuallyHidden>
        </Heading>
        <StatusBadge status={shapes[group.status]}>{text[group.status]}</StatusBadge>
      </div>
      {pryzmId?.field && <Facts field={pryzmId.field} check={pryzmId} look={look} />}
      {group.status === 'pass' && group.key !== 'package' && (
        <p className="pz-box pz-muted pz-setup-checklist-titles">{formats.list(group.checks.map(({ title }) => title))}</p>
      )}
      {group.status !== 'pass' && (
        <ul className="pz-box pz-setup-checklist-checks">
          {group.checks.map((check) => (
            <Check key={`${check.kind} ${check.object}`} check={check} look={look} />
          ))}
        </ul>
      )}
    </li>
  )
}

const icons = {
  package: PackageIcon,
  connection: CloudIcon,
  Account: OrganizationIcon,
  Contact: PersonIcon,
  Opportunity: PipelineIcon,
  mapping: BothWaysIcon,
} as const

function GroupIcon({ group: { key } }: { group: SetupGroup }) {
  const Icon = icons[key]
  return <Icon className="pz-setup-checklist-icon" />
}

function titleOf({ key }: SetupGroup, text: SetupLook['text'], objects: ObjectWords): string {
  if (key === 'package') return text.groupPackage
  if (key === 'connection') return text.groupConnection
  if (key === 'mapping') return text.groupMapping
  return text.groupObject({ pryzm: objects[key].pryzm, salesforce: key })
}

function Check({ check, look }: { check: SetupCheck; look: SetupLook }) {
  const { text, part } = look
  const { Icon, tone } = statuses[shapes[check.status]]
  return (
    <li className="pz-box pz-setup-checklist-check" data-state={check.status}>
      <span className="pz-box pz-setup-checklist-mark" data-tone={tone}>
        <Icon />
      </span>
      <div className="pz-box pz-setup-checklist-finding">
        <p className="pz-box">
          {check.title}
          <VisuallyHidden>{text[`${check.status}Word`]}</VisuallyHidden>
        </p>
        {check.problems.map((problem) => (
          <Problem
            key={problem.code + problem.sentence}
            problem={problem}
            amongFacts={isAmongFacts(problem, check)}
            look={look}
          />
        ))}
        {check.steps.length > 0 && (
          <ol {...part('steps')} aria-label={text.steps}>
            {check.steps.map((step) => (
              <li key={step} className="pz-box pz-setup-checklist-step">
                {step}
              </li>
            ))}
          </ol>
        )}
      </div>
      {check.link !== null && check.status !== 'pass' && (
        <p {...part('actions')}>
          <ExternalLink href={check.link}>{linkWord(check, text)}</ExternalLink>
        </p>
      )}
    </li>
  )
}

function linkWord({ kind, object, title, problems }: SetupCheck, text: SetupLook['text']): string {
  if (kind === 'package') return text.openPackages
  if (kind === 'api_access' || kind === 'object_access') return text.openProfiles
  if (kind !== 'pryzm_id' || object === null) return text.openInSetup({ title })
  const ofSecurity = problems.every(({ code }) => code === 'pryzm_id_not_accessible')
  return ofSecurity ? text.openFieldSecurity({ object }) : text.openFields({ object })
}

interface ProblemProps {
  problem: SetupProblem
  /** Whether the facts above it show the same, where there is room for them. */
  amongFacts: boolean
  look: SetupLook
}

function Problem({ problem, amongFacts, look: { text, part } }: ProblemProps) {
  const { sentence, expected, found, duplicates } = problem
  return (
    <div className="pz-box">
      <p className="pz-box pz-setup-checklist-problem">{sentence}</p>
      {expected !== null && found !== null && (
        <dl {...part('problems')} data-among-facts={amongFacts || undefined}>
          <dt className="pz-box pz-muted">{text.expected}</dt>
          <dd className="pz-box">
            <bdi className="pz-box">{expected}</bdi>
          </dd>
          <dt className="pz-box pz-muted">{text.found}</dt>
          <dd className="pz-box">
            <bdi className="pz-box">{found}</bdi>
          </dd>
        </dl>
      )}
      {duplicates && (
        <p className="pz-box">
          {text.duplicates({ count: duplicates.records })} <ExternalLink href={duplicates.url}>{text.seeDuplicates}</ExternalLink>
        </p>
      )}
    </div>
  )
}
