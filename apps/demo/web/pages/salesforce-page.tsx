import { SalesforceSettings } from '@pryzm/salesforce-ui'
import { lazy, Suspense } from 'react'
import { Link, useSearchParams } from 'react-router'

// For designers; it brings the scenarios with it, so nobody else loads it.
const StateSwitcher = lazy(() => import('../state-switcher.tsx'))

export function SalesforcePage() {
  const [params] = useSearchParams()
  return (
    <>
      <title>Salesforce · Pryzm</title>
      <p className="crumbs">
        <Link to="/integrations">Integrations</Link>
      </p>
      <h1>Salesforce</h1>
      {params.has('pz-state') ? (
        <Suspense>
          <StateSwitcher />
        </Suspense>
      ) : (
        <SalesforceSettings />
      )}
    </>
  )
}
