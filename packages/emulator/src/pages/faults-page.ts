import { html } from 'hono/html'
import type { Fault } from '../faults/fault.ts'
import { faultAnswers } from '../faults/fault-answers.ts'
import type { Org } from '../org/org.ts'
import { orgPage, type Markup } from './layout.ts'

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
export function faultsPage(org: Org, say: { notice?: string } = {}): Markup {
  const active = org.faults.active
  return orgPage(
    org,
    'Faults',
    html`<section class="card">
        <h1>Faults</h1>
        <p>Make something go wrong and watch how the product takes it.</p>
        <form method="post" action="/manage/faults">
          <table>
            ${Object.entries(faultSwitches).map(
              ([name, { label }]) =>
                html`<tr>
                  <td>${label}</td>
                  <td><button class="quiet" name="fault" value="${name}">Set</button></td>
                </tr>`,
            )}
            <tr>
              <td>Every access token ends now (refresh tokens go on)</td>
              <td><button class="quiet" name="fault" value="expire-sessions">Do it</button></td>
            </tr>
            <tr>
              <td>Every approval of the app is revoked now</td>
              <td><button class="quiet" name="fault" value="revoke-grants">Do it</button></td>
            </tr>
          </table>
        </form>
      </section>
      <section class="card">
        <h2>Waiting to strike: ${active.length}</h2>
        <form method="post" action="/manage/faults"><button class="bad" name="fault" value="clear">Clear all</button></form>
      </section>`,
    say,
  )
}
