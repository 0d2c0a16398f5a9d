import { cancelRun } from '../../engine/cancel-run.ts'
import { forecastRun } from '../../engine/forecast-run.ts'
import { getRun, latestRun } from '../../engine/get-run.ts'
import { resumeRun } from '../../engine/resume-run.ts'
import { startRun } from '../../engine/start-run.ts'
import { routes } from '../request-context.ts'

export const runs = {
  start: routes.runs.start.handler(({ context: { ports, caller }, input }) => startRun(ports, caller, input.mode)),
  forecast: routes.runs.forecast.handler(({ context: { ports, caller } }) => forecastRun(ports, caller)),
  latest: routes.runs.latest.handler(({ context: { ports, caller } }) => latestRun(ports, caller)),
  get: routes.runs.get.handler(({ context: { ports, caller }, input }) => getRun(ports, caller, input.id)),
  resume: routes.runs.resume.handler(({ context: { ports, caller }, input }) => resumeRun(ports, caller, input.id)),
  cancel: routes.runs.cancel.handler(({ context: { ports, caller }, input }) => cancelRun(ports, caller, input.id)),
}
