import { SyncError } from '../../contract/errors.ts'
import type { PreviewRecord, Side } from '../../contract/preview.ts'
import { acmeOrg } from '../build-connection.ts'
import type { ScenarioSample } from '../samples.ts'
import { previewSample } from '../scenario-preview.ts'
import type { ScenarioState } from '../scenario-state.ts'
import { routes } from './implementer.ts'

export function previewAnswers(state: ScenarioState) {
  const { data } = state
  return {
    records: routes.preview.records.handler(({ input }) => {
      state.requireManage()
      state.requireConnected()
      const text = input.text.toLowerCase()
      const items = data.samples
        .filter(({ object }) => object === input.object)
        .flatMap((sample) => shown(sample, input.side) ?? [])
        .filter(({ name }) => name.toLowerCase().includes(text))
      return { items: items.slice(0, 20) }
    }),
    sync: routes.preview.sync.handler(({ input }) => {
      state.requireManage()
      state.requireConnected()
      const sample = data.samples.find(({ object, [input.side]: record }) => object === input.object && record?.id === input.id)
      if (!sample) throw new SyncError('not_found', 'There is no such record any more. Choose another one.')
      const mapping = input.mapping ?? state.savedMapping().mapping
      if (input.object === 'Opportunity' && mapping.pairs[2].pipelineId === null)
        throw new SyncError('mapping_invalid', 'Choose the pipeline that Opportunities sync with first.', {
          details: { reason: 'pipeline_not_selected' },
        })
      return { salesforce: shown(sample, 'salesforce'), pryzm: shown(sample, 'pryzm'), ...previewSample(state, mapping, sample) }
    }),
  }
}

function shown({ object, salesforce, pryzm }: ScenarioSample, side: Side): PreviewRecord | null {
  const [own, other] = side === 'salesforce' ? [salesforce, pryzm] : [pryzm, salesforce]
  if (own === null) return null
  const path = side === 'salesforce' ? `${acmeOrg.instanceUrl}/lightning/r/${object}/${own.id}/view` : `/records/${own.id}`
  return { side, id: own.id, name: own.name, url: path, linkedId: other?.id ?? null }
}
