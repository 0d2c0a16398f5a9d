import { JobDetail } from '@pryzm/salesforce-ui'
import { Link, useParams } from 'react-router'

export function JobPage() {
  const { jobId = '' } = useParams()
  return (
    <>
      <title>Sync · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link> / <Link to="/integrations/salesforce">Salesforce</Link>
      </p>
      <JobDetail id={jobId} headingLevel={1} />
    </>
  )
}
