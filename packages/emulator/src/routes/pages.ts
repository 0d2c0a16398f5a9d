import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import { installPackage } from '../org/installed-packages.ts'
import type { Org } from '../org/org.ts'
import { organizationOfKind } from '../org/organization-kind.ts'
import { isAppState, isOrgKind } from '../org/settings.ts'
import { administratorView, recordById } from '../pages/find-record.ts'
import { homePage } from '../pages/home-page.ts'
import { recordListPage } from '../pages/record-list-page.ts'
import { recordPage } from '../pages/record-page.ts'
import { requestsPage } from '../pages/requests-page.ts'
import { installPackagePage, setupPage } from '../pages/setup-page.ts'
import type { App, AppEnv } from './app.ts'
import { registerFaultPages } from './fault-pages.ts'
import { registerFieldPages } from './field-pages.ts'
import { registerRecordForms } from './record-forms.ts'

/** The pages on which a person looks at the org and changes it, as its administrator. */
export function registerPages(app: App, org: Org): void {
  app.use('/manage/*', csrf())
  app.get('/', (c) => c.html(homePage(org)))
  app.get('/manage/requests', (c) => c.html(requestsPage(org)))
  registerFaultPages(app, org)
  registerFieldPages(app, org)
  registerRecordForms(app, org)
  registerSetupPages(app, org)

  app.get('/manage/:object/records', (c) => {
    const view = administratorView(org, c.req.param('object'))
    if (!view) return c.notFound()
    return c.html(recordListPage(org, view, c.req.query('search')?.trim() ?? '', Number(c.req.query('page') ?? 0)))
  })
  app.get('/lightning/r/:object/:id/view', (c) => showRecord(c, org, c.req.param('id')))
  app.get('/:id{[0-9A-Za-z]{15,18}}', (c) => showRecord(c, org, c.req.param('id')))
}

function registerSetupPages(app: App, org: Org): void {
  app.get('/lightning/setup/*', (c) => c.html(setupPage(org)))
  app.get('/packaging/installPackage.apexp', (c) => c.html(installPackagePage(org)))

  app.post('/manage/setup', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const kind = form.get('kind') ?? ''
    const state = form.get('state') ?? ''
    if (isOrgKind(kind)) org.table('Organization').update(String(org.organization.Id), organizationOfKind(kind, org.clock()))
    if (isAppState(state)) org.settings.app.state = state
    return c.html(setupPage(org, { notice: 'Saved.' }))
  })

  app.post('/manage/package', (c) => {
    const { app: connectedApp } = org.settings
    connectedApp.state = 'installed'
    installPackage(org, connectedApp.name, connectedApp.namespace)
    return c.html(setupPage(org, { notice: `${connectedApp.name} is installed.` }))
  })
}

function showRecord(c: Context<AppEnv>, org: Org, id: string): Response | Promise<Response> {
  const found = recordById(org, id)
  return found ? c.html(recordPage(org, found.view, found.row)) : c.notFound()
}
