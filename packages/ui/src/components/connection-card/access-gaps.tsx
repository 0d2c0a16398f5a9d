import type { Connection } from '@pryzm/salesforce-sdk'
import { type ObjectWords, useObjectWords } from '../../object-words.ts'
import { usePresentation } from '../../presentation.ts'
import { ApiName, AppLink, CopyButton, Notice, StatusBadge } from '../../primitives/index.ts'
import type { PieceProps } from './card-look.ts'

type ObjectAccess = Connection['objectAccess'][number]

/** What the connected user may not do with the objects, and which mapped fields are kept from it. */
export default function AccessGaps({ state, look }: PieceProps) {
  const { objectAccess, fieldGaps } = state.connection
  return (
    <>
      {objectAccess.length > 0 && <ObjectGap access={objectAccess} state={state} look={look} />}
      {fieldGaps && fieldGaps.length > 0 && <FieldGaps state={state} look={look} />}
    </>
  )
}

const rights = ['read', 'create', 'edit'] as const
const shapes = { granted: 'done', missing: 'attention', not_needed: 'done-with-skips' } as const

function wordOf(state: keyof typeof shapes, right: string, text: PieceProps['look']['text']): string {
  if (state === 'missing') return text.lacking({ right })
  return state === 'not_needed' ? text.notNeeded({ right }) : right
}

function ObjectGap({ access, state, look: { text, part } }: PieceProps & { access: readonly ObjectAccess[] }) {
  const username = state.connection.org?.username ?? ''
  const objects = useObjectWords()
  return (
    <Notice
      tone="warning"
      title={text.objectGapTitle({ username })}
      actions={
        <CopyButton
          size="s"
          label={text.forAdmin}
          said={text.forAdminCopied}
          text={() => request(access, username, text, objects)}
        />
      }
    >
      <ul {...part('access')}>
        {access.map((one) => (
          <li key={one.object} className="pz-box pz-connection-card-rights">
            <span className="pz-box pz-connection-card-object">{objects[one.object].salesforce}</span>
            {rights.map((right) => (
              <StatusBadge key={right} variant="plain" status={shapes[one[right]]}>
                {wordOf(one[right], text[`right_${right}`], text)}
              </StatusBadge>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function request(
  access: readonly ObjectAccess[],
  username: string,
  text: PieceProps['look']['text'],
  objects: ObjectWords,
): string {
  const missing = access.flatMap((one) =>
    rights
      .filter((right) => one[right] === 'missing')
      .map((right) => `${objects[one.object].salesforce}: ${text[`right_${right}`]}`),
  )
  return [text.objectGapRequest({ username }), ...missing.map((line) => `- ${line}`)].join('\n')
}

function FieldGaps({ state: { connection }, look: { text } }: PieceProps) {
  const { links } = usePresentation()
  const gaps = connection.fieldGaps ?? []
  return (
    <Notice
      tone="warning"
      title={text.fieldGapsTitle({ count: gaps.length })}
      actions={<AppLink to={links.mapping}>{text.openMapping}</AppLink>}
    >
      <ul className="pz-box">
        {gaps.map(({ object, field, label, gap }) => (
          <li key={`${object}.${field}`} className="pz-box">
            <bdi className="pz-box">{label}</bdi> <ApiName>{`${object}.${field}`}</ApiName>: {text[`gap_${gap}`]}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
