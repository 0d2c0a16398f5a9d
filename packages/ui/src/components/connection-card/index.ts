export { ConnectionCard, type ConnectionCardProps } from './connection-card.tsx'
export { type ConnectionCardMessages, connectionCardMessages } from './connection-card.messages.ts'
export { ConnectionCardView, type ConnectionCardViewProps } from './connection-card.view.tsx'
export { type ConnectionState, useConnection, type UseConnectionOptions } from './use-connection.ts'
