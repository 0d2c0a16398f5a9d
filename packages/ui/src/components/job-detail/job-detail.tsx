import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { JobDetailView, type JobDetailViewProps } from './job-detail.view.tsx'
import { useJobDetail, type UseJobDetailOptions } from './use-job-detail.ts'

export interface JobDetailProps extends Omit<JobDetailViewProps, 'state'>, UseJobDetailOptions {
  /** For a detail that stands alone, outside a provider. */
  client?: SalesforceClient
}

/**
 * Shows each record of a pull or push, and each field of a record.
 *
 * @example
 * <JobDetail id={jobId} view={viewOf(address)} onViewChange={(view) => setAddress(view)} />
 */
export function JobDetail({ client, ...props }: JobDetailProps) {
  return (
    <Embed name="JobDetail" client={client}>
      <ConnectedDetail key={props.id} {...props} />
    </Embed>
  )
}

function ConnectedDetail({ id, view, onViewChange, ...rest }: Omit<JobDetailProps, 'client'>) {
  return <JobDetailView {...rest} state={useJobDetail({ id, view, onViewChange })} />
}
