import { SyncError } from '../../contract/errors.ts'
import type { Job, Run } from '../../contract/job.ts'
import { salesforceObjects } from '../../contract/vocabulary.ts'
import { flows } from '../../mapping/effective-direction.ts'
import { blockingIssues } from '../../mapping/validation/issues-of.ts'
import { buildCounts, buildJob } from '../build-job.ts'
import { ada } from '../people.ts'
import { scenarioNow } from '../scenario-clock.ts'
import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

const underWay = new Set<Job['state']>(['queued', 'running', 'paused'])

export function runAnswers(state: ScenarioState) {
  const { data } = state
  return {
    start: routes.runs.start.handler(({ input }) => {
      state.requireManage()
      state.requireConnected()
      const latest = state.latestRun()
      if (latest && underWay.has(latest.state)) return { run: latest, alreadyRunning: true }
      const run = startRun(state, input.mode)
      state.emit({ type: 'run', run })
      return { run, alreadyRunning: false }
    }),
    forecast: routes.runs.forecast.handler(() => {
      state.requireManage()
      state.requireConnected()
      const jobs = plannedJobs(state).filter(({ state: planned }) => planned === 'queued')
      const objects = data.forecast.objects.filter(({ object }) => jobs.some((job) => job.object === object))
      return { ...data.forecast, objects }
    }),
    latest: routes.runs.latest.handler(() => ({ run: state.latestRun() })),
    get: routes.runs.get.handler(({ input }) => state.run(input.id)),
    resume: routes.runs.resume.handler(({ input }) => {
      state.requireManage()
      const paused = state.run(input.id).jobs.find((job) => job.state === 'paused' && job.nextTryAt !== null)
      if (!paused) throw new SyncError('conflict', 'This run is not paused.')
      for (const { job } of data.jobs) if (job.id === paused.id) job.nextTryAt = scenarioNow
      const run = state.run(input.id)
      state.emit({ type: 'run', run })
      return run
    }),
    cancel: routes.runs.cancel.handler(({ input }) => {
      state.requireManage()
      if (!underWay.has(state.run(input.id).state)) throw new SyncError('conflict', 'The run has ended already.')
      for (const run of data.runs) if (run.id === input.id) run.canceling = true
      const run = state.run(input.id)
      state.emit({ type: 'run', run })
      return run
    }),
  }
}

function startRun(state: ScenarioState, mode: Run['mode']): Run {
  const id = `run-${state.data.runs.length + 1}`
  const jobs = plannedJobs(state).map((job) => ({ ...job, id: `${id}-${job.object.toLowerCase()}`, runId: id, mode }))
  state.data.jobs.unshift(...jobs.map((job) => ({ job, records: [] })))
  state.data.runs.unshift({
    id,
    mode,
    state: 'queued',
    startedBy: ada,
    queuedAt: scenarioNow,
    finishedAt: null,
    canceling: false,
  })
  return state.run(id)
}

/** The jobs of a run of the mapping in force; refused where none of them could run. */
function plannedJobs(state: ScenarioState): Job[] {
  const { mapping, issues, version } = state.savedMapping()
  const pulled = mapping.pairs.filter(({ enabled, direction }) => enabled && flows(direction, 'pull'))
  if (pulled.every(({ object }) => blockingIssues(issues, object).length > 0)) {
    throw new SyncError('mapping_invalid', 'No object can be pulled until the mapping is mended.', { details: { issues } })
  }
  return salesforceObjects
    .filter((object) => pulled.some((pair) => pair.object === object))
    .map((object) => {
      const [issue] = blockingIssues(issues, object)
      return buildJob({
        id: object,
        object,
        mappingVersion: version,
        counts: buildCounts(),
        total: null,
        state: issue ? 'skipped' : 'queued',
        reason: issue ? { code: issue.code, sentence: issue.sentence } : null,
        queuedAt: scenarioNow,
        startedAt: null,
        finishedAt: null,
      })
    })
}
