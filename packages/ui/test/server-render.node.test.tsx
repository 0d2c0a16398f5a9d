import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { buildConnection } from '@pryzm/salesforce-sdk/testing'
import type { ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import * as kit from '../src/index.ts'

const unreachable = () => Promise.reject(new Error('A server render must not ask anything.'))
const client = createSalesforceClient({ baseUrl: 'http://app.test/api/salesforce', transport: unreachable })
const recordId = '7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01'

const components: Record<string, ReactNode> = {
  ConnectionCard: <kit.ConnectionCard client={client} />,
  SetupChecklist: <kit.SetupChecklist client={client} />,
  MappingEditor: <kit.MappingEditor client={client} />,
  PullPanel: <kit.PullPanel client={client} />,
  PushButton: <kit.PushButton client={client} recordType="organization" recordId={recordId} />,
  JobHistoryTable: <kit.JobHistoryTable client={client} />,
  JobDetail: <kit.JobDetail client={client} id="job-1" />,
  SalesforceSettings: <kit.SalesforceSettings client={client} />,
}

it.for(Object.entries(components))(
  'renders %s on a server, in its loading shape and without a style attribute',
  ([name, component]) => {
    const html = renderToString(component)
    expect(html).toContain(`data-pz="${name}"`)
    expect(html).not.toMatch(/ style="|<style|<script/)
  },
)

it('has both live regions in the first markup, empty', () => {
  const html = renderToString(<kit.SalesforceFrame />)
  expect(html).toMatch(/role="status"[^>]*><\/div>/)
  expect(html).toMatch(/role="alert"[^>]*><\/div>/)
})

it('shows what the host already knows, before any request', () => {
  const html = renderToString(
    <kit.SalesforceProvider client={client} initialData={{ connection: buildConnection() }}>
      <kit.ConnectionCard />
    </kit.SalesforceProvider>,
  )
  expect(html).toContain('Acme Corporation')
})
