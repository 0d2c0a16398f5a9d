import type { ScenarioTransport } from '@pryzm/salesforce-sdk/testing'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import {
  ConnectionCard,
  JobDetail,
  JobHistoryTable,
  MappingEditor,
  PipelinePicker,
  PullPanel,
  PushButton,
  SalesforceSettings,
  SetupChecklist,
} from '../src/index.ts'
import { renderWithSalesforce } from './render-with-salesforce.tsx'

const components: Record<string, ReactNode> = {
  ConnectionCard: <ConnectionCard />,
  SetupChecklist: <SetupChecklist />,
  MappingEditor: <MappingEditor />,
  PipelinePicker: <PipelinePicker value={null} onChoose={() => {}} />,
  PullPanel: <PullPanel />,
  PushButton: <PushButton recordType="organization" recordId="7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01" />,
  JobHistoryTable: <JobHistoryTable />,
  JobDetail: <JobDetail id="run-1-account" />,
  SalesforceSettings: <SalesforceSettings />,
}

it.for(Object.entries(components))('%s asks for each thing once when it is mounted in StrictMode', async ([, component]) => {
  const { transport } = await renderWithSalesforce(component)
  await quiet(transport)
  const asked = transport.calls.map(({ route, input }) => `${route} ${JSON.stringify(input)}`)
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((call, at) => asked.indexOf(call) !== at)).toEqual([])
})

/** Waits until something has been asked for, and nothing more for a while. */
async function quiet({ calls }: ScenarioTransport): Promise<void> {
  let seen = -1
  while (seen <= 0 || calls.length !== seen) {
    seen = calls.length
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
}
