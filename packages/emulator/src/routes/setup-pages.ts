import type { Controls } from '../admin/operation.ts'
import { isEdition } from '../org/edition.ts'
import { installPackage } from '../org/installed-packages.ts'
import type { Org } from '../org/org.ts'
import { kindOf, organizationOfKind } from '../org/organization-kind.ts'
import { isRefreshTokenPolicy } from '../org/refresh-token-policy.ts'
import { isAppState, isOrgKind } from '../org/settings.ts'
import { installPackagePage, setupPage } from '../pages/setup-page.ts'
import { usagePage } from '../pages/usage-page.ts'
import type { App } from './app.ts'

/** The pages with the switches of the org, and what their forms do. */
export function registerSetupPages(app: App, org: Org, controls: Controls): void {
  app.get('/lightning/setup/*', (c) => c.html(setupPage(org)))
  app.get('/packaging/installPackage.apexp', (c) => c.html(installPackagePage(org)))
  app.get('/manage/usage', (c) => c.html(usagePage(org)))
  for (const path of ['/manage/setup', '/manage/package']) app.get(path, (c) => c.redirect('/lightning/setup/SetupOneHome/home'))

  app.post('/manage/setup', async (c) => {
    turnSwitches(org, new URLSearchParams(await c.req.text()))
    return c.html(setupPage(org, { notice: 'Saved.' }))
  })

  app.post('/manage/reset', (c) => {
    controls.reset()
    return c.redirect('/', 303)
  })

  app.post('/manage/package', (c) => {
    const { app: connectedApp } = org.settings
    connectedApp.state = 'installed'
    installPackage(org, connectedApp.name, connectedApp.namespace)
    return c.html(setupPage(org, { notice: `${connectedApp.name} is installed.` }))
  })

  app.post('/manage/usage', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const limit = numberIn(form, 'limit')
    const used = numberIn(form, 'used')
    if (limit !== undefined) org.settings.dailyApiRequests = limit
    if (used !== undefined) org.usage.set(used)
    return c.html(usagePage(org, { notice: 'Saved.' }))
  })
}

/** What the form leaves out stays as it is. */
function turnSwitches(org: Org, form: URLSearchParams): void {
  const { settings, organization } = org
  const kind = form.get('kind') ?? ''
  const state = form.get('state') ?? ''
  const edition = form.get('edition') ?? ''
  const rotation = form.get('rotation') ?? ''
  const policy = form.get('policy') ?? ''
  if (isOrgKind(kind) && kind !== kindOf(organization)) {
    org.table('Organization').update(String(organization.Id), organizationOfKind(kind, org.clock()))
  } else if (isEdition(edition)) {
    org.table('Organization').update(String(organization.Id), { OrganizationType: edition })
  }
  if (isAppState(state)) settings.app.state = state
  if (rotation !== '') settings.refreshTokenRotation = rotation === 'rotate'
  if (isRefreshTokenPolicy(policy)) settings.refreshTokenPolicy = policy
  settings.refreshTokenMinutes = numberIn(form, 'refresh-minutes') ?? settings.refreshTokenMinutes
  settings.sessionMinutes = numberIn(form, 'minutes') ?? settings.sessionMinutes
  settings.bulk.processingMs = (numberIn(form, 'bulk') ?? settings.bulk.processingMs / 1000) * 1000
}

function numberIn(form: URLSearchParams, name: string): number | undefined {
  const text = form.get(name)?.trim() ?? ''
  const number = Number(text)
  return text !== '' && Number.isFinite(number) && number >= 0 ? number : undefined
}
