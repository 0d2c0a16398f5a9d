import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { createScenarioTransport, scenarios } from '@pryzm/salesforce-sdk/testing'
import { SalesforceSettings } from '@pryzm/salesforce-ui'
import '@pryzm/salesforce-ui/styles.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const transport = createScenarioTransport(scenarios.connectedHealthy)
const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport })

/** A host that shows the settings in one of its pages, and leaves that page again. */
function Host() {
  const [shown, setShown] = useState(false)
  return (
    <>
      <button type="button" id="toggle" onClick={() => setShown(!shown)}>
        Salesforce settings
      </button>
      {shown && <SalesforceSettings client={client} />}
    </>
  )
}

createRoot(document.querySelector('#app')!).render(<Host />)
