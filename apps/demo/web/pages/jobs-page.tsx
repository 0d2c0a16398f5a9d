import { JobHistoryTable } from '@pryzm/salesforce-ui'
import { Link } from 'react-router'

export function JobsPage() {
  return (
    <>
      <title>Sync history · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link> / <Link to="/integrations/salesforce">Salesforce</Link>
      </p>
      <JobHistoryTable headingLevel={1} />
    </>
  )
}
