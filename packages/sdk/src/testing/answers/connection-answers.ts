import { SyncError } from '../../contract/errors.ts'
import { salesforceObjects } from '../../contract/vocabulary.ts'
import { buildDisconnected } from '../build-connection.ts'
import { pryzmIdField } from '../describes/index.ts'
import { scenarioNow } from '../scenario-clock.ts'
import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

export function connectionAnswers(state: ScenarioState) {
  const { data } = state
  const changed = () => {
    state.emit({ type: 'changed', what: 'connection' })
    return data.connection
  }
  return {
    get: routes.connection.get.handler(() => data.connection),
    connect: routes.connection.connect.handler(() => {
      state.requireManage()
      return { authorizeUrl: 'https://login.salesforce.com/services/oauth2/authorize?response_type=code' }
    }),
    chooseOrg: routes.connection.chooseOrg.handler(({ input }) => {
      state.requireManage()
      const { pendingOrg, org } = data.connection
      if (!pendingOrg) throw new SyncError('conflict', 'There is no other org to choose from.')
      const chosen = input.choice === 'start_fresh' ? pendingOrg : org
      Object.assign(data.connection, { org: chosen, pendingOrg: null, status: 'connected', reason: null, sentence: null })
      return changed()
    }),
    disconnect: routes.connection.disconnect.handler(() => {
      state.requireManage()
      if (data.connection.status === 'disconnected') throw new SyncError('not_connected', 'Salesforce is not connected.')
      const { viewer, packageInstallUrl } = data.connection
      data.connection = buildDisconnected({ viewer, packageInstallUrl })
      return changed()
    }),
  }
}

export function setupAnswers(state: ScenarioState) {
  const { data } = state
  return {
    check: routes.setup.check.handler(() => {
      state.requireConnected()
      return data.setup
    }),
    createFields: routes.setup.createFields.handler(() => {
      state.requireManage()
      state.requireConnected()
      const results = salesforceObjects.map((object) => createPryzmId(state, object))
      state.emit({ type: 'changed', what: 'setup' })
      return { results, report: data.setup }
    }),
  }
}

function createPryzmId({ data }: ScenarioState, object: (typeof salesforceObjects)[number]) {
  const check = data.setup.checks.find((candidate) => candidate.kind === 'pryzm_id' && candidate.object === object)
  if (check?.status === 'pass') return { object, outcome: 'already_there' as const, sentence: 'Pryzm_ID is there already.' }
  if (check) Object.assign(check, { status: 'pass', problems: [], steps: [] })
  data.setup.checkedAt = scenarioNow
  data.describes[object]?.fields.push(pryzmIdField())
  return { object, outcome: 'created' as const, sentence: `Pryzm_ID was created on ${object}.` }
}

export function schemaAnswers(state: ScenarioState) {
  return {
    get: routes.schema.get.handler(({ input }) => {
      state.requireConnected()
      const pipelineId = input.pipelineId ?? state.savedMapping().mapping.pairs[2].pipelineId
      return state.pairSchema(input.object, pipelineId)
    }),
  }
}
