import { historyFilterOf, historySearch, JobHistoryTable } from '@pryzm/salesforce-ui'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'

export function JobsPage() {
  const [query, setQuery] = useSearchParams()
  const filter = useMemo(() => historyFilterOf(query), [query])
  return (
    <>
      <title>Sync history · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link> / <Link to="/integrations/salesforce">Salesforce</Link>
      </p>
      <JobHistoryTable
        headingLevel={1}
        filter={filter}
        onFilterChange={(next) => setQuery(historySearch(next), { replace: true, preventScrollReset: true })}
      />
    </>
  )
}
