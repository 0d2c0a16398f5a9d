import { defaultSchema } from '../mapping/default-schema.ts'
import { buildConnection } from './build-connection.ts'
import { buildDrift } from './build-drift.ts'
import { buildForecast } from './build-forecast.ts'
import { buildPush, buildPushTarget } from './build-push.ts'
import { buildSamples, sampleUsers } from './build-samples.ts'
import { buildSetup } from './build-setup.ts'
import { standardDescribes } from './describes/index.ts'
import { suggestedMapping } from './build-mapping.ts'
import { ada } from './people.ts'
import { salesPipeline, standardStages } from './sales-pipeline.ts'
import { minutesAgo } from './scenario-clock.ts'
import type { Scenario } from './scenario.ts'

/** A connected org, set up and mapped, that has never been pulled; but for what is named. */
export function buildScenario(scenario: Partial<Scenario> = {}): Scenario {
  return structuredClone({
    connection: buildConnection(),
    setup: buildSetup(),
    describes: { ...standardDescribes },
    recordTypes: defaultSchema(),
    pipelines: [salesPipeline],
    hiddenPipelines: 0,
    stages: standardStages,
    processes: [],
    mappings: [{ mapping: suggestedMapping(), savedBy: ada, savedAt: minutesAgo(60 * 24) }],
    drift: buildDrift(),
    runs: [],
    jobs: [],
    keptDays: 90,
    forecast: buildForecast(),
    samples: buildSamples(),
    users: sampleUsers,
    pushTarget: buildPushTarget(),
    push: buildPush(),
    overrides: {},
    ...scenario,
  })
}
