import { html } from 'hono/html'
import type { AddedFault, Fault } from '../faults/fault.ts'
import { faultAnswers } from '../faults/fault-answers.ts'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup, type Saying } from './layout.ts'
import { dataTable } from './table.ts'

interface FaultSwitch {
  label: string
  fault: Fault
}

/** Faults that can be set off from the page, by the name the form sends. */
export const faultSwitches: Readonly<Record<string, FaultSwitch>> = {
  slow: { label: 'The next 10 answers take 3 seconds', fault: { times: 10, latencyMs: 3000 } },
  unavailable: {
    label: 'The next 10 calls find Salesforce unavailable',
    fault: { path: '/services/data', times: 10, respond: faultAnswers.serverUnavailable },
  },
  locked: {
    label: 'The next update meets a locked row',
    fault: { method: 'PATCH', path: '/sobjects', respond: faultAnswers.lockedRow },
  },
  lost: { label: 'The answer to the next push (a composite call) is lost', fault: { path: /\/composite$/, cutAfterBytes: 0 } },
  cut: { label: 'The next page of bulk results breaks off', fault: { path: '/results', cutAfterBytes: 5000 } },
  'daily-limit': {
    label: 'The next 20 calls are over the daily limit',
    fault: { path: '/services/data', times: 20, respond: faultAnswers.dailyLimit },
  },
}

/** Buttons that make things go wrong. */
export function faultsPage(org: Org, say: Saying = {}): Markup {
  const switches = Object.entries(faultSwitches).map(([name, { label }]) => [label, button(name, 'Set', label)])
  const columns = [{ label: 'What goes wrong' }, { label: '', kind: 'action' as const }]
  return orgPage(
    org,
    'Faults',
    html`<section class="card">
        <h1>Faults</h1>
        <p>Make something go wrong and watch how the product takes it.</p>
        <form method="post" action="/manage/faults">
          ${dataTable(columns, [
            ...switches,
            ['Every access token ends now (refresh tokens go on)', button('expire-sessions', 'Do it', 'End access tokens')],
            ['Every approval of the app is revoked now', button('revoke-grants', 'Do it', 'Revoke approvals')],
          ])}
        </form>
      </section>
      <section class="card">
        <h2>Waiting to strike: ${org.faults.active.length}</h2>
        ${waitingList(org.faults.active)}
      </section>`,
    say,
  )
}

function button(name: string, words: string, label: string): Markup {
  return html`<button class="quiet" name="fault" value="${name}" aria-label="${words}: ${label}">${words}</button>`
}

function waitingList(active: readonly AddedFault[]): Markup {
  if (active.length === 0) return html`<p class="soft">Nothing is set to go wrong.</p>`
  return html`${dataTable(
      [{ label: 'Fault' }, { label: 'Strikes left', kind: 'number' }],
      active.map(({ fault, hits }) => [nameOf(fault), (fault.times ?? 1) - hits]),
    )}
    <p></p>
    <form method="post" action="/manage/faults"><button class="bad" name="fault" value="clear">Clear all</button></form>`
}

function nameOf(fault: Fault): string {
  const known = Object.values(faultSwitches).find((candidate) => candidate.fault === fault)
  return known?.label ?? `Set by a program: ${fault.method ?? 'any method'} ${String(fault.path ?? 'any path')}`
}
