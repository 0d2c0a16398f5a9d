import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { JobHistoryTableView, type JobHistoryTableViewProps } from './job-history-table.view.tsx'
import { useJobHistory, type UseJobHistoryOptions } from './use-job-history.ts'

export interface JobHistoryTableProps extends Omit<JobHistoryTableViewProps, 'state'>, UseJobHistoryOptions {
  /** For a table that stands alone, outside a provider. */
  client?: SalesforceClient
}

/**
 * Lists past pulls and pushes, newest first, to be filtered and opened.
 *
 * @example
 * <JobHistoryTable filter={filterOf(address)} onFilterChange={(filter) => setAddress(filter)} />
 */
export function JobHistoryTable({ client, ...props }: JobHistoryTableProps) {
  return (
    <Embed name="JobHistoryTable" client={client}>
      <ConnectedTable {...props} />
    </Embed>
  )
}

function ConnectedTable({ filter, onFilterChange, pageSize, ...view }: Omit<JobHistoryTableProps, 'client'>) {
  return <JobHistoryTableView {...view} state={useJobHistory({ filter, onFilterChange, pageSize })} />
}
