import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Fragment, type ReactNode } from 'react'
import * as kit from '../src/index.ts'

const recordId = '7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01'

/** Each component, as a host without a provider would use it. */
export function everyComponent(client: SalesforceClient): Record<string, ReactNode> {
  return {
    ConnectionCard: <kit.ConnectionCard client={client} />,
    SetupChecklist: <kit.SetupChecklist client={client} />,
    MappingEditor: <kit.MappingEditor client={client} />,
    PipelinePicker: <kit.PipelinePicker client={client} value={null} onChoose={() => {}} />,
    PullPanel: <kit.PullPanel client={client} />,
    PushButton: <kit.PushButton client={client} recordType="organization" recordId={recordId} />,
    JobHistoryTable: <kit.JobHistoryTable client={client} />,
    JobDetail: <kit.JobDetail client={client} id="run-1-account" />,
    SalesforceSettings: <kit.SalesforceSettings client={client} />,
  }
}

/** All of them on one page. */
export function EveryComponent({ client }: { client: SalesforceClient }) {
  return Object.entries(everyComponent(client)).map(([name, component]) => <Fragment key={name}>{component}</Fragment>)
}
