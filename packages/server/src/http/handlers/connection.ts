import { chooseOrg } from '../../engine/choose-org.ts'
import { disconnectOrg } from '../../engine/disconnect-org.ts'
import { getConnection } from '../../engine/get-connection.ts'
import { startConnecting } from '../../engine/start-connecting.ts'
import { routes } from '../request-context.ts'

export const connection = {
  get: routes.connection.get.handler(({ context: { ports, caller } }) => getConnection(ports, caller)),
  connect: routes.connection.connect.handler(({ context: { ports, caller }, input }) => startConnecting(ports, caller, input)),
  chooseOrg: routes.connection.chooseOrg.handler(({ context: { ports, caller }, input }) =>
    chooseOrg(ports, caller, input.choice),
  ),
  disconnect: routes.connection.disconnect.handler(({ context: { ports, caller } }) => disconnectOrg(ports, caller)),
}
