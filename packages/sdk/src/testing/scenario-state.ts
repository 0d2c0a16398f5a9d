import { SyncError } from '../contract/errors.ts'
import type { LiveEvent } from '../contract/event.ts'
import type { Job, Run } from '../contract/job.ts'
import type { Mapping, MappingIssue, SavedMapping } from '../contract/mapping.ts'
import type { PairSchema, RecordTypeSchema } from '../contract/schema.ts'
import type { SalesforceObject } from '../contract/shared.ts'
import { salesforceObjects } from '../contract/vocabulary.ts'
import { pipelineSchema } from '../mapping/default-schema.ts'
import { emptyMapping } from '../mapping/empty-mapping.ts'
import type { PairSides } from '../mapping/pair-sides.ts'
import { validateMapping } from '../mapping/validation/validate-mapping.ts'
import { scenarioNow } from './scenario-clock.ts'
import type { Scenario, ScenarioJob } from './scenario.ts'

/** A scenario's data as it changes while it is used, and what follows from it. */
export class ScenarioState {
  readonly data: Scenario
  readonly #emit: (event: LiveEvent) => void

  constructor(scenario: Scenario, emit: (event: LiveEvent) => void) {
    this.data = structuredClone(scenario)
    this.#emit = emit
  }

  emit(event: LiveEvent): void {
    this.#emit(event)
  }

  requireManage(): void {
    if (this.data.connection.viewer.canManage) return
    throw new SyncError('not_permitted', 'This needs the rule integrations:manage. Workspace Admins have it.', {
      details: { rule: 'integrations:manage' },
    })
  }

  requirePush(): void {
    if (this.data.connection.viewer.canPush) return
    throw new SyncError('not_permitted', 'This needs the rule integrations:push. Workspace Admins and Editors have it.', {
      details: { rule: 'integrations:push' },
    })
  }

  requireConnected(): void {
    const { status, sentence } = this.data.connection
    if (status === 'connected') return
    if (status === 'reauthorization_required') {
      throw new SyncError('reauthorization_required', sentence ?? 'Connect Salesforce again.')
    }
    if (status === 'degraded') throw new SyncError('salesforce_limit', sentence ?? 'The daily limit of the org is used up.')
    throw new SyncError('not_connected', 'Salesforce is not connected.')
  }

  /** The mapping in force, checked as the server checks it. */
  savedMapping(version = this.data.mappings.length): SavedMapping {
    const saved = this.data.mappings[version - 1]
    const mapping = saved?.mapping ?? emptyMapping()
    return {
      version: saved ? version : 0,
      savedBy: saved?.savedBy ?? null,
      savedAt: saved?.savedAt ?? null,
      restoredFrom: saved?.restoredFrom ?? null,
      mapping,
      issues: this.issues(mapping),
      checkedAgainstSalesforce: this.#canAskSalesforce,
    }
  }

  issues(mapping: Mapping): MappingIssue[] {
    const sidesOf = (object: SalesforceObject): PairSides => {
      const recordType = this.recordType(object, mapping.pairs[2].pipelineId)
      return this.#canAskSalesforce ? { describe: this.data.describes[object], recordType } : { recordType }
    }
    const sides = { Account: sidesOf('Account'), Contact: sidesOf('Contact'), Opportunity: sidesOf('Opportunity') }
    return validateMapping(mapping, sides)
  }

  /** What changed in Salesforce so far has been seen, or is part of a new version. */
  forgetDrift(): void {
    const { drift, connection } = this.data
    this.data.drift = { ...drift, since: scenarioNow, changes: [], issues: [] }
    this.data.connection = { ...connection, drift: null }
  }

  pairSchema(object: SalesforceObject, pipelineId: string | null): PairSchema {
    return { object, describe: this.data.describes[object], recordType: this.recordType(object, pipelineId) }
  }

  recordTypes(pipelineId: string | null): Record<SalesforceObject, RecordTypeSchema | null> {
    const recordType = (object: SalesforceObject) => this.recordType(object, pipelineId)
    return { Account: recordType('Account'), Contact: recordType('Contact'), Opportunity: recordType('Opportunity') }
  }

  recordType(object: SalesforceObject, pipelineId: string | null): RecordTypeSchema | null {
    if (object !== 'Opportunity') {
      const recordType = object === 'Account' ? 'organization' : 'person'
      return this.data.recordTypes.find((schema) => schema.recordType === recordType) ?? null
    }
    const pipeline = this.data.pipelines.find(({ id }) => id === pipelineId)
    return pipeline ? pipelineSchema(pipeline) : null
  }

  job(id: string): ScenarioJob {
    const found = this.data.jobs.find(({ job }) => job.id === id)
    if (!found) throw new SyncError('not_found', 'There is no such job. It may have been deleted after its time.')
    return found
  }

  run(id: string): Run {
    const run = this.data.runs.find((candidate) => candidate.id === id)
    if (!run) throw new SyncError('not_found', 'There is no such run. It may have been deleted after its time.')
    return { ...run, jobs: this.#jobsOf(id) }
  }

  latestRun(): Run | null {
    const [latest] = this.data.runs
    return latest ? this.run(latest.id) : null
  }

  #jobsOf(runId: string): Job[] {
    return salesforceObjects.flatMap((object) =>
      this.data.jobs.filter(({ job }) => job.runId === runId && job.object === object).map(({ job }) => job),
    )
  }

  get #canAskSalesforce(): boolean {
    return this.data.connection.status === 'connected'
  }
}
