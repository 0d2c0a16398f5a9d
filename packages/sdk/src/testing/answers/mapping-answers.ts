import { SyncError } from '../../contract/errors.ts'
import type { Mapping, SavedMapping } from '../../contract/mapping.ts'
import type { StaleVersion } from '../../contract/mapping-change.ts'
import { countChanges, diffMappings } from '../../mapping/versions/diff-mappings.ts'
import { emptyMapping } from '../../mapping/empty-mapping.ts'
import { pipelineOfFile, readMappingFile } from '../../mapping/versions/read-mapping-file.ts'
import { writeMappingFile } from '../../mapping/versions/write-mapping-file.ts'
import { ada } from '../people.ts'
import { scenarioNow } from '../scenario-clock.ts'
import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

export function mappingAnswers(state: ScenarioState) {
  const { data } = state

  /** The mapping of a version; 0 is the empty one. */
  const mappingAt = (version: number): Mapping => {
    const mapping = version === 0 ? emptyMapping() : data.mappings[version - 1]?.mapping
    if (mapping === undefined) throw new SyncError('not_found', `There is no version ${version} of this workspace's mapping.`)
    return mapping
  }

  const keep = (baseVersion: number, mapping: Mapping, restoredFrom?: number): SavedMapping => {
    state.requireManage()
    const current = state.savedMapping()
    if (baseVersion !== current.version) throw staleVersion(baseVersion, current, mapping)
    if (diffMappings(current.mapping, mapping).length === 0) return current
    data.mappings.push({ mapping, savedBy: ada, savedAt: scenarioNow, ...(restoredFrom !== undefined && { restoredFrom }) })
    state.forgetDrift()
    state.emit({ type: 'changed', what: 'mapping' })
    return state.savedMapping()
  }

  const staleVersion = (baseVersion: number, current: SavedMapping, yours: Mapping): SyncError => {
    const base = baseVersion > current.version ? current.mapping : mappingAt(baseVersion)
    const theirs = diffMappings(base, current.mapping)
    const details: StaleVersion = { baseVersion, current, theirs, yours: diffMappings(base, yours) }
    const by = current.savedBy ? `${current.savedBy.name} saved version ${current.version}` : 'the mapping was changed'
    const sentence = `While you were editing, ${by}. Compare it with yours, then save again.`
    return new SyncError('stale_version', sentence, { details: { ...details } })
  }

  const summaryOf = (version: number) => {
    const { savedBy, savedAt, restoredFrom } = state.savedMapping(version)
    if (savedBy === null || savedAt === null) return []
    const changes = countChanges(diffMappings(mappingAt(version - 1), mappingAt(version)))
    return [{ version, savedBy, savedAt, restoredFrom, changes }]
  }

  return {
    get: routes.mapping.get.handler(() => state.savedMapping()),
    save: routes.mapping.save.handler(({ input }) => keep(input.baseVersion, input.mapping)),
    versions: routes.mapping.versions.handler(({ input: { cursor, limit } }) => {
      const newest = cursor === undefined ? data.mappings.length : Number(cursor) - 1
      const oldest = Math.max(newest - limit, 0)
      const versions = Array.from({ length: newest - oldest }, (_, index) => newest - index)
      return { items: versions.flatMap(summaryOf), next: oldest > 0 ? String(oldest + 1) : null }
    }),
    version: routes.mapping.version.handler(({ input: { version } }) => {
      mappingAt(version)
      return state.savedMapping(version)
    }),
    compare: routes.mapping.compare.handler(({ input: { from, to } }) => ({
      from,
      to,
      changes: diffMappings(mappingAt(from), mappingAt(to)),
    })),
    restore: routes.mapping.restore.handler(({ input: { version, baseVersion } }) =>
      keep(baseVersion, mappingAt(version), version),
    ),
    export: routes.mapping.export.handler(({ input: { version = data.mappings.length } }) => {
      const mapping = mappingAt(version)
      const { connection, pipelines } = data
      const recordTypes = state.recordTypes(mapping.pairs[2].pipelineId)
      return writeMappingFile({
        mapping,
        version,
        exportedAt: scenarioNow,
        org: idAndName(connection.org),
        pipelines,
        recordTypes,
      })
    }),
    import: routes.mapping.import.handler(({ input: file }) => {
      state.requireManage()
      const current = state.savedMapping()
      const { pipelineId, notes: pipelineNotes } = pipelineOfFile(file, data.pipelines)
      const { mapping, notes } = readMappingFile({
        file,
        pipelineId,
        recordTypes: state.recordTypes(pipelineId),
        org: data.connection.org,
        inForce: current.mapping,
      })
      return {
        mapping,
        baseVersion: current.version,
        changes: diffMappings(current.mapping, mapping),
        issues: state.issues(mapping),
        checkedAgainstSalesforce: current.checkedAgainstSalesforce,
        notes: [...pipelineNotes, ...notes],
      }
    }),
    drift: routes.mapping.drift.handler(() => data.drift),
    acknowledgeDrift: routes.mapping.acknowledgeDrift.handler(() => {
      state.requireManage()
      state.forgetDrift()
      state.emit({ type: 'changed', what: 'mapping' })
      state.emit({ type: 'changed', what: 'connection' })
      return data.drift
    }),
  }
}

function idAndName(org: { id: string; name: string } | null): { id: string; name: string } | null {
  return org && { id: org.id, name: org.name }
}
