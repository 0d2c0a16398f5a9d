import { html } from 'hono/html'
import type { Operation } from '../admin/operation.ts'
import { inWords } from '../inputs/in-words.ts'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup } from './layout.ts'
import { dataTable, type Cell } from './table.ts'

/** The list of what can be asked of the org over HTTP. */
export function operationsPage(org: Org, operations: Readonly<Record<string, Operation>>): Markup {
  const columns = [{ label: 'Operation' }, { label: 'What it does' }, { label: 'Arguments' }]
  return orgPage(
    org,
    'HTTP controls',
    html`<section class="card">
      <h1>HTTP controls</h1>
      <p>
        What code does with <code>org.admin</code> and <code>org.faults</code>, by
        <code>POST /emulator/&lt;operation&gt;</code> with the arguments as a JSON object. Operations that only look answer GET
        too, with the arguments in the query. No token is needed. A refusal has status 400 and says in <code>error</code> what to
        change.
      </p>
      <pre>
curl -d '{"object":"Account"}' ${org.url}/emulator/addPryzmIdField
curl -d '{"preset":"unavailable","times":3}' ${org.url}/emulator/addPreset
curl '${org.url}/emulator/find?object=Account'</pre>
      <p>The same as <a href="/emulator/openapi.json">OpenAPI</a>.</p>
      ${dataTable(columns, Object.entries(operations).map(operationCells))}
    </section>`,
  )
}

function operationCells([name, { about, looks, input }]: [string, Operation]): Cell[] {
  const { properties = {}, required = [] } = input
  const inputs = Object.entries(properties)
  return [
    html`<code id="${name}">${name}</code>${looks ? html` <span class="tag">GET</span>` : ''}`,
    about,
    inputs.length === 0
      ? ''
      : html`<ul class="plain">
          ${inputs.map(([field, schema]) => html`<li><code>${field}</code>${required.includes(field) ? '' : ' (optional)'}: ${inWords(schema)}</li>`)}
        </ul>`,
  ]
}
