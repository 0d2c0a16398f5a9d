import { compareMappings } from '../../engine/compare-mappings.ts'
import { exportMapping } from '../../engine/export-mapping.ts'
import { getMapping, getMappingVersion } from '../../engine/get-mapping.ts'
import { importMapping } from '../../engine/import-mapping.ts'
import { listMappingVersions } from '../../engine/list-mapping-versions.ts'
import { restoreMapping } from '../../engine/restore-mapping.ts'
import { acknowledgeDrift, getDrift } from '../../engine/get-drift.ts'
import { saveMapping } from '../../engine/save-mapping.ts'
import { routes } from '../request-context.ts'

export const mapping = {
  get: routes.mapping.get.handler(({ context: { ports, caller } }) => getMapping(ports, caller)),
  save: routes.mapping.save.handler(({ context: { ports, caller }, input }) => saveMapping(ports, caller, input)),
  versions: routes.mapping.versions.handler(({ context: { ports, caller }, input: { cursor = null, limit } }) =>
    listMappingVersions(ports, caller, { cursor, limit }),
  ),
  version: routes.mapping.version.handler(({ context: { ports, caller }, input }) =>
    getMappingVersion(ports, caller, input.version),
  ),
  compare: routes.mapping.compare.handler(({ context: { ports, caller }, input }) => compareMappings(ports, caller, input)),
  restore: routes.mapping.restore.handler(({ context: { ports, caller }, input }) => restoreMapping(ports, caller, input)),
  export: routes.mapping.export.handler(({ context: { ports, caller }, input }) => exportMapping(ports, caller, input)),
  import: routes.mapping.import.handler(({ context: { ports, caller }, input }) => importMapping(ports, caller, input)),
  drift: routes.mapping.drift.handler(({ context: { ports, caller } }) => getDrift(ports, caller)),
  acknowledgeDrift: routes.mapping.acknowledgeDrift.handler(({ context: { ports, caller } }) => acknowledgeDrift(ports, caller)),
}
