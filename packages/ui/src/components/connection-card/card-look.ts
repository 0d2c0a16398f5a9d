import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { ConnectionCardMessages } from './connection-card.messages.ts'
import type { ConnectionState, KnownConnection } from './use-connection.ts'

/** What every piece of the card is handed: its words and its part names. */
export interface CardLook {
  text: Text<ConnectionCardMessages>
  part: Part<'connection'>
}

/** A state in which the server has answered. */
export type KnownState = ConnectionState & KnownConnection

export interface PieceProps {
  state: KnownState
  look: CardLook
}

/** The org's name, however little is known of it. */
export function orgName({ connection }: KnownState): string {
  return connection.org?.name ?? 'Salesforce'
}
