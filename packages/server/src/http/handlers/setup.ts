import { checkSetup } from '../../engine/check-setup.ts'
import { createPryzmIdFields } from '../../engine/create-pryzm-id-fields.ts'
import { routes } from '../request-context.ts'

export const setup = {
  check: routes.setup.check.handler(({ context: { ports, caller } }) => checkSetup(ports, caller)),
  createFields: routes.setup.createFields.handler(({ context: { ports, caller } }) => createPryzmIdFields(ports, caller)),
}
