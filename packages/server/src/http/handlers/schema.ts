import { readPairSchema } from '../../engine/read-pair-schema.ts'
import { routes } from '../request-context.ts'

export const schema = {
  get: routes.schema.get.handler(({ context: { ports, caller }, input }) => readPairSchema(ports, caller, input)),
}
