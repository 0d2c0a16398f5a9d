import { previewPush } from '../../engine/preview/preview-push.ts'
import { pushRecord } from '../../engine/push-record.ts'
import { pushTarget } from '../../engine/push-target.ts'
import { routes } from '../request-context.ts'

export const pushes = {
  target: routes.pushes.target.handler(({ context: { ports, caller }, input }) => pushTarget(ports, caller, input)),
  create: routes.pushes.create.handler(({ context: { ports, caller }, input }) => pushRecord(ports, caller, input)),
  preview: routes.pushes.preview.handler(({ context: { ports, caller }, input }) => previewPush(ports, caller, input)),
}
