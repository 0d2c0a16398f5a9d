import { findPreviewRecords } from '../../engine/preview/find-preview-records.ts'
import { previewSync } from '../../engine/preview/preview-sync.ts'
import { routes } from '../request-context.ts'

export const preview = {
  records: routes.preview.records.handler(({ context: { ports, caller }, input }) => findPreviewRecords(ports, caller, input)),
  sync: routes.preview.sync.handler(({ context: { ports, caller }, input }) => previewSync(ports, caller, input)),
}
