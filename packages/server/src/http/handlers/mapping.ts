import { getMapping, getMappingVersion, listMappingVersions } from '../../engine/get-mapping.ts'
import { saveMapping } from '../../engine/save-mapping.ts'
import { routes } from '../request-context.ts'

export const mapping = {
  get: routes.mapping.get.handler(({ context: { ports, caller } }) => getMapping(ports, caller)),
  save: routes.mapping.save.handler(({ context: { ports, caller }, input }) => saveMapping(ports, caller, input)),
  versions: routes.mapping.versions.handler(({ context: { ports, caller } }) => listMappingVersions(ports, caller)),
  version: routes.mapping.version.handler(({ context: { ports, caller }, input }) =>
    getMappingVersion(ports, caller, input.version),
  ),
}
