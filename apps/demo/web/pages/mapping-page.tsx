import { MappingEditor } from '@pryzm/salesforce-ui'
import { Link } from 'react-router'

export function MappingPage() {
  return (
    <>
      <title>Field mapping · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link> / <Link to="/integrations/salesforce">Salesforce</Link>
      </p>
      <MappingEditor headingLevel={1} />
    </>
  )
}
