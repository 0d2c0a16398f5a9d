import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import { buildConnection } from '@pryzm/salesforce-sdk/testing'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import * as kit from '../src/index.ts'
import { everyComponent } from './every-component.tsx'

const unreachable = () => Promise.reject(new Error('A server render must not ask anything.'))
const client = createSalesforceClient({ baseUrl: 'http://app.test/api/salesforce', transport: unreachable })
it.for(Object.entries(everyComponent(client)))(
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
