import { presetFault } from '../faults/fault-presets.ts'
import type { Org } from '../org/org.ts'
import { faultsPage } from '../pages/faults-page.ts'
import type { App } from './app.ts'

/** The page that makes things go wrong, and its buttons. */
export function registerFaultPages(app: App, org: Org): void {
  app.get('/manage/faults', (c) => c.html(faultsPage(org)))

  app.post('/manage/faults', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    return c.html(faultsPage(org, { notice: act(org, form.get('fault') ?? '', form.get('remove') ?? '') }))
  })
}

function act(org: Org, name: string, remove: string): string {
  if (remove !== '') {
    org.faults.active.find((fault) => fault.id === remove)?.remove()
    return 'The fault is gone.'
  }
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
  return `Set: ${org.faults.add(presetFault(name)).fault.name}.`
}
