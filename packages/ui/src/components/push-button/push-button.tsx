import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { PushButtonView, type PushButtonViewProps } from './push-button.view.tsx'
import { type PushOptions, usePush } from './use-push.ts'

export interface PushButtonProps extends Omit<PushButtonViewProps, 'state'>, PushOptions {
  client?: SalesforceClient
}

/**
 * Sends one Pryzm record to Salesforce and shows what became of each field.
 *
 * @example
 * <PushButton recordType="organization" recordId={organization.id} recordName={organization.name} />
 */
export function PushButton({ client, ...props }: PushButtonProps) {
  return (
    <Embed name="PushButton" client={client}>
      <PushingRecord key={`${props.recordType} ${props.recordId}`} {...props} />
    </Embed>
  )
}

function PushingRecord({ recordType, recordId, ...view }: Omit<PushButtonProps, 'client'>) {
  return <PushButtonView {...view} state={usePush({ recordType, recordId })} />
}
