import { JobDetail, jobSearch, jobViewOf } from '@pryzm/salesforce-ui'
import { Link, useParams, useSearchParams } from 'react-router'

export function JobPage() {
  const { jobId = '' } = useParams()
  const [query, setQuery] = useSearchParams()
  return (
    <>
      <title>Sync · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link> / <Link to="/integrations/salesforce">Salesforce</Link>
      </p>
      <JobDetail
        id={jobId}
        headingLevel={1}
        view={jobViewOf(query)}
        onViewChange={(view) => setQuery(jobSearch(view), { replace: true, preventScrollReset: true })}
      />
    </>
  )
}
