import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, type Scenario, scenarios } from '@pryzm/salesforce-sdk/testing'
import { SalesforceProvider, SalesforceSettings } from '@pryzm/salesforce-ui'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { atPresent } from './at-present.ts'
import { RouterLink } from './router-link.tsx'

// Some of the scenarios are parts that others are made of.
const states = new Map(Object.entries(scenarios).filter((entry): entry is [string, Scenario] => 'connection' in entry[1]))
const names = [...states.keys()]
const slots = { Link: RouterLink }

/** The settings page in a state that `?pz-state=` names, such as `TokenRevoked`, and a choice of all others; nothing is sent to the server. */
export default function StateSwitcher() {
  const [params, setParams] = useSearchParams()
  const asked = params.get('pz-state') ?? ''
  const name = names.find((known) => known.toLowerCase() === asked.toLowerCase())
  const scenario = states.get(name ?? '')
  return (
    <>
      <div className="states">
        <label className="person">
          <span className="person-label">State shown</span>
          <select
            className="select"
            value={name ?? ''}
            onChange={({ target }) => setParams({ 'pz-state': target.value }, { replace: true })}
          >
            {!name && <option value="">Choose a state</option>}
            {names.map((known) => (
              <option key={known}>{known}</option>
            ))}
          </select>
        </label>
        <Link to="/integrations/salesforce">Show the real state</Link>
      </div>
      {scenario ? <StateOf key={name} scenario={scenario} /> : <p>There is no state called {asked}.</p>}
    </>
  )
}

function StateOf({ scenario }: { scenario: Scenario }) {
  const client = useMemo(() => {
    const transport = createScenarioTransport(atPresent(scenario))
    return createSalesforceClient({ baseUrl: '/api/salesforce', transport })
  }, [scenario])
  return (
    <SalesforceProvider client={client} slots={slots}>
      <SalesforceSettings />
    </SalesforceProvider>
  )
}
