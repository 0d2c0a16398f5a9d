import { SalesforceSettings } from '@pryzm/salesforce-ui'
import { Link } from 'react-router'

export function SalesforcePage() {
  return (
    <>
      <title>Salesforce · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link>
      </p>
      <h1>Salesforce</h1>
      <SalesforceSettings />
    </>
  )
}
