import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { ConnectionCardView, type ConnectionCardViewProps } from './connection-card.view.tsx'
import { useConnection, type UseConnectionOptions } from './use-connection.ts'

export interface ConnectionCardProps extends Omit<ConnectionCardViewProps, 'state'>, UseConnectionOptions {
  /** For a card that stands alone, outside a provider. */
  client?: SalesforceClient
}

/**
 * Shows which Salesforce org is connected, and lets the user connect or disconnect it.
 *
 * @example
 * <ConnectionCard returnTo="/settings/integrations/salesforce" />
 */
export function ConnectionCard({ client, ...props }: ConnectionCardProps) {
  return (
    <Embed name="ConnectionCard" client={client}>
      <ConnectedCard {...props} />
    </Embed>
  )
}

function ConnectedCard({ returnTo, signIn, ...view }: Omit<ConnectionCardProps, 'client'>) {
  return <ConnectionCardView {...view} state={useConnection({ returnTo, signIn })} />
}
