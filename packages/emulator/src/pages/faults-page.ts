import { html } from 'hono/html'
import type { AddedFault, Fault } from '../faults/fault.ts'
import { faultName, faultPresetNames, faultPresets, timesInWords } from '../faults/fault-presets.ts'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import { dataTable } from './table.ts'

/** Buttons that make things go wrong. */
export function faultsPage(org: Org, say: Saying = {}): Markup {
  const switches = faultPresetNames.map((preset) => {
    const { name, times = 1 }: Fault = faultPresets[preset]
    return [name ?? preset, timesInWords(times), button(preset, 'Set', name ?? preset)]
  })
  const columns = [{ label: 'What goes wrong' }, { label: 'How often' }, { label: '', kind: 'action' as const }]
  return orgPage(
    org,
    'Faults',
    html`<section class="card">
        <h1>Faults</h1>
        <p>Make something go wrong and watch how the product takes it.</p>
        <h2>Waiting to strike: ${org.faults.active.length}</h2>
        ${waitingList(org.faults.active)}
      </section>
      <section class="card">
        <form method="post" action="/manage/faults">
          ${dataTable(columns, [
            ...switches,
            ['Every access token ends (refresh tokens go on)', 'now', button('expire-sessions', 'Do it', 'End access tokens')],
            ['Every approval of the app is revoked', 'now', button('revoke-grants', 'Do it', 'Revoke approvals')],
          ])}
        </form>
      </section>`,
    say,
  )
}

function button(name: string, words: string, label: string): Markup {
  return html`<button class="quiet" name="fault" value="${name}" aria-label="${words}: ${label}">${words}</button>`
}

function waitingList(active: readonly AddedFault[]): Markup {
  if (active.length === 0) return html`<p class="soft">Nothing is set to go wrong.</p>`
  const columns = [
    { label: 'Fault' },
    { label: 'Strikes left', kind: 'number' as const },
    { label: 'Struck', kind: 'number' as const },
    { label: '', kind: 'action' as const },
  ]
  return html`<form method="post" action="/manage/faults">
    ${dataTable(
      columns,
      active.map((fault) => [
        faultName(fault.fault),
        fault.remaining === Infinity ? 'always' : fault.remaining,
        fault.hits,
        html`<button class="quiet" name="remove" value="${fault.id}" aria-label="Remove: ${faultName(fault.fault)}">
          Remove
        </button>`,
      ]),
    )}
    <p></p>
    <button class="bad" name="fault" value="clear">Clear all</button>
  </form>`
}
