export { acmeOrg, admin, buildConnection, buildDisconnected, buildRefused, editor, member } from './build-connection.ts'
export { buildDrift, buildSchemaChange } from './build-drift.ts'
export { buildCounts, buildJob, buildRecord } from './build-job.ts'
export { buildForecast } from './build-forecast.ts'
export { suggestedMapping } from './build-mapping.ts'
export { buildField, buildPush, buildPushTarget } from './build-push.ts'
export { buildSamples, sampleUsers } from './build-samples.ts'
export { buildScenario } from './build-scenario.ts'
export { buildCheck, buildSetup, checkedPryzmId, failedPryzmId } from './build-setup.ts'
export { createScenarioTransport, type ScenarioTransport, type ScenarioTransportOptions } from './create-scenario-transport.ts'
export {
  accountDescribe,
  addressCodeFields,
  addressFields,
  contactDescribe,
  type FieldSketch,
  lookup,
  opportunityDescribe,
  picklist,
  pryzmIdField,
  salesforceField,
  standardDescribes,
} from './describes/index.ts'
export type { Override, Overrides, RouteName, ScenarioError } from './override.ts'
export { ada, edgar } from './people.ts'
export type { ScenarioSample, ScenarioUser } from './samples.ts'
export { salesPipeline, standardStages } from './sales-pipeline.ts'
export { minutesAgo, scenarioNow } from './scenario-clock.ts'
export type { Scenario, ScenarioJob, ScenarioMapping, ScenarioRecord } from './scenario.ts'
export * as scenarios from './scenarios/index.ts'
