import type { Org } from '../org/org.ts'
import { restoreRecord } from '../org/restore-record.ts'
import { recycleBinPage } from '../pages/recycle-bin-page.ts'
import type { App } from './app.ts'
import { attempt } from './attempt.ts'

/** The page of deleted records, and its buttons. */
export function registerRecycleBin(app: App, org: Org): void {
  app.get('/manage/recycle-bin', (c) => c.html(recycleBinPage(org)))

  app.post('/manage/recycle-bin', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const [object, id] = [form.get('object') ?? '', form.get('id') ?? '']
    const say = org.schema.object(object)
      ? attempt(() => restoreRecord(org, object, id), 'Restored.')
      : { problem: `This org has no object ${object}.` }
    return c.html(recycleBinPage(org, say))
  })
}
