import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { PullPanelView, type PullPanelViewProps } from './pull-panel.view.tsx'
import { usePull } from './use-pull.ts'

export interface PullPanelProps extends Omit<PullPanelViewProps, 'state'> {
  client?: SalesforceClient
}

/** Starts a pull and follows it: organizations, then people, then the pipeline. */
export function PullPanel({ client, ...view }: PullPanelProps) {
  return (
    <Embed name="PullPanel" client={client}>
      <Pulling {...view} />
    </Embed>
  )
}

function Pulling(view: Omit<PullPanelProps, 'client'>) {
  return <PullPanelView {...view} state={usePull()} />
}
