import type { Org } from '../org/org.ts'
import { faultsPage, faultSwitches } from '../pages/faults-page.ts'
import type { App } from './app.ts'

/** The page that makes things go wrong, and its buttons. */
export function registerFaultPages(app: App, org: Org): void {
  app.get('/manage/faults', (c) => c.html(faultsPage(org)))

  app.post('/manage/faults', async (c) => {
    const name = new URLSearchParams(await c.req.text()).get('fault') ?? ''
    return c.html(faultsPage(org, { notice: act(org, name) }))
  })
}

function act(org: Org, name: string): string {
  if (name === 'clear') {
    org.faults.clear()
    return 'All faults are gone.'
  }
  if (name === 'expire-sessions') {
    org.sessions.expireSessions()
    return 'Every access token has ended.'
  }
  if (name === 'revoke-grants') {
    for (const grant of org.sessions.grants) org.sessions.endGrant(grant)
    return 'Every approval has been revoked.'
  }
  const chosen = faultSwitches[name]
  if (!chosen) return `There is no fault called ${name}.`
  org.faults.add(chosen.fault)
  return `Set: ${chosen.label}.`
}
