import type { Context } from 'hono'
import { csrf } from 'hono/csrf'
import type { Controls } from '../admin/operation.ts'
import type { Org } from '../org/org.ts'
import { administratorView, recordById } from '../pages/find-record.ts'
import { homePage } from '../pages/home-page.ts'
import { recordListPage } from '../pages/record-list-page.ts'
import { recordPage } from '../pages/record-page.ts'
import { requestPage, requestRows, requestsPage } from '../pages/requests-page.ts'
import type { App, AppEnv } from './app.ts'
import { registerFaultPages } from './fault-pages.ts'
import { registerFieldPages } from './field-pages.ts'
import { registerPermissionPages } from './permission-pages.ts'
import { registerRecordForms } from './record-forms.ts'
import { registerRecycleBin } from './recycle-bin.ts'
import { registerSetupPages } from './setup-pages.ts'
import { registerUserPages } from './user-pages.ts'

const id = ':id{[0-9A-Za-z]{15,18}}'

/** The pages on which a person looks at the org and changes it, as its administrator. */
export function registerPages(app: App, org: Org, controls: Controls): void {
  app.use('/manage/*', csrf())
  app.get('/', (c) => c.html(homePage(org)))
  app.get('/manage/requests', (c) => c.html(requestsPage(org)))
  app.get('/manage/requests/rows', (c) => c.html(requestRows(org)))
  app.get('/manage/requests/:number', (c) => {
    const request = org.log.request(Number(c.req.param('number')))
    return request ? c.html(requestPage(org, request)) : c.notFound()
  })
  registerFaultPages(app, org)
  registerFieldPages(app, org)
  registerUserPages(app, org)
  registerPermissionPages(app, org)
  registerRecycleBin(app, org)
  registerSetupPages(app, org, controls)
  registerRecordForms(app, org)

  app.get('/manage/:object/records', (c) => {
    const view = administratorView(org, c.req.param('object'))
    if (!view) return c.notFound()
    return c.html(recordListPage(org, view, c.req.query('search')?.trim() ?? '', pageNumber(c.req.query('page'))))
  })
  app.get('/lightning/r/:object/:id/view', (c) => showRecord(c, org, c.req.param('id')))
  for (const path of [`/${id}`, `/${id}/e`, `/manage/:object/${id}`]) {
    app.get(path, (c) => showRecord(c, org, c.req.param('id') ?? ''))
  }
}

function pageNumber(text = '0'): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

function showRecord(c: Context<AppEnv>, org: Org, id: string): Response | Promise<Response> {
  const found = recordById(org, id)
  return found ? c.html(recordPage(org, found.view, found.row)) : c.notFound()
}
