import type { PushPreview } from '../../contract/preview.ts'
import { objectOf } from '../../mapping/words.ts'
import { previewSample } from '../scenario-preview.ts'
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
    preview: routes.pushes.preview.handler(({ input }): PushPreview => {
      state.requirePush()
      state.requireConnected()
      const { action, reason, salesforceId, salesforceUrl, orgName } = data.pushTarget
      const target = { salesforceId, salesforceUrl, orgName }
      if (action === 'refused') return { action, reason, fields: [], ...target }
      const object = objectOf(input.recordType)
      const own = data.samples.filter((sample) => sample.object === object && sample.pryzm !== null)
      const asked = own.find(({ pryzm }) => pryzm?.id === input.recordId)
      // Any other record is shown as one of those that do the same, and as nobody's work in Salesforce.
      const alike = own.find(({ salesforce }) => (salesforce === null) === (action === 'create')) ?? own[0]
      const sample = asked ?? (alike && { ...alike, changedThere: false })
      const way = sample ? previewSample(state, state.savedMapping().mapping, sample).push : null
      return { ...(way ?? { action, reason, fields: [] }), ...target }
    }),
  }
}
