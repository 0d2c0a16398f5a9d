import { MappingEditor } from '@pryzm/salesforce-ui'
import { Link, useSearchParams } from 'react-router'
import { addressedRow, addressedVersion } from '../addressed-mapping.ts'

export function MappingPage() {
  const [query] = useSearchParams()
  return (
    <>
      <title>Field mapping · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link> / <Link to="/integrations/salesforce">Salesforce</Link>
      </p>
      <MappingEditor headingLevel={1} initialRow={addressedRow(query)} initialVersion={addressedVersion(query)} />
    </>
  )
}
