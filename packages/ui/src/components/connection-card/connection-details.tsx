import type { ReactNode } from 'react'
import { Time } from '../../primitives/index.ts'
import type { CardLook, PieceProps } from './card-look.ts'

/** Which org, as whom, since when, and how much of its calls is used. */
export function ConnectionDetails({ state: { connection }, look }: PieceProps) {
  const { text, part } = look
  const { org, connectedBy, connectedAt, apiUsage } = connection
  return (
    <dl {...part('details')}>
      {org && (
        <>
          <Detail look={look} term={text.org}>
            <bdi className="pz-box" title={org.name}>
              {org.name}
            </bdi>
          </Detail>
          <Detail look={look} term={text.username}>
            <bdi className="pz-box" title={org.username}>
              {org.username}
            </bdi>
          </Detail>
        </>
      )}
      {connectedBy && connectedAt !== null && (
        <Detail look={look} term={text.connectedBy}>
          <bdi className="pz-box">{connectedBy.name}</bdi>, <Time instant={connectedAt} show="date" />
        </Detail>
      )}
      {apiUsage && connection.reason !== 'api_limit_reached' && (
        <Detail look={look} term={text.apiCalls}>
          {text.apiCallsValue({ ...apiUsage, share: apiUsage.limit === 0 ? 1 : apiUsage.used / apiUsage.limit })}
        </Detail>
      )}
    </dl>
  )
}

function Detail({ term, children, look: { part } }: { term: string; children: ReactNode; look: CardLook }) {
  return (
    <div {...part('detail')}>
      <dt {...part('term')}>{term}</dt>
      <dd {...part('value')}>{children}</dd>
    </div>
  )
}
