import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

export function pushAnswers(state: ScenarioState) {
  const { data } = state
  return {
    target: routes.pushes.target.handler(() => data.pushTarget),
    create: routes.pushes.create.handler(() => {
      state.requirePush()
      state.requireConnected()
      const { push } = data
      if (!data.jobs.some(({ job }) => job.id === push.job.id)) {
        data.jobs.unshift({ job: push.job, records: push.result ? [{ result: push.result, fields: push.fields }] : [] })
        state.emit({ type: 'job', job: push.job })
      }
      return push
    }),
  }
}
