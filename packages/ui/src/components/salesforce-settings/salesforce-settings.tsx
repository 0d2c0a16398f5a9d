import type { SalesforceClient } from '@pryzm/salesforce-sdk'
import { Embed } from '../../embed.tsx'
import { levelBelow } from '../../primitives/index.ts'
import { ConnectionCard } from '../connection-card/connection-card.tsx'
import type { MappingEditorProps } from '../mapping-editor/mapping-editor.tsx'
import { PullPanel } from '../pull-panel/pull-panel.tsx'
import { SetupChecklist } from '../setup-checklist/setup-checklist.tsx'
import { JobHistoryTableLater, MappingEditorLater } from './later.tsx'
import { SalesforceSettingsView, type SalesforceSettingsViewProps } from './salesforce-settings.view.tsx'
import { useSalesforceSettings } from './use-salesforce-settings.ts'

export interface SalesforceSettingsProps
  extends Omit<SalesforceSettingsViewProps, 'state' | 'components' | 'history'>, Pick<MappingEditorProps, 'initialRow'> {
  /** For a page that stands alone, outside a provider. */
  client?: SalesforceClient
  /** Path to come back to after signing in at Salesforce; this page by default. */
  returnTo?: string
}

/**
 * The whole settings page in reading order: connection, setup, mapping, sync and the last syncs. Steps that are done fold
 * to one line. It is made of the public components only, so it is also the example of how to compose them.
 *
 * @example
 * <SalesforceProvider client={client}>
 *   <SalesforceSettings />
 * </SalesforceProvider>
 */
export function SalesforceSettings({ client, ...props }: SalesforceSettingsProps) {
  return (
    <Embed name="SalesforceSettings" client={client}>
      <Settings {...props} />
    </Embed>
  )
}

function Settings({ returnTo, initialRow, ...view }: Omit<SalesforceSettingsProps, 'client'>) {
  const { headingLevel = 2 } = view
  const below = levelBelow(headingLevel)
  return (
    <SalesforceSettingsView
      {...view}
      open={view.open ?? (initialRow ? 'mapping' : undefined)}
      state={useSalesforceSettings()}
      components={{
        connection: <ConnectionCard headingLevel={below} {...(returnTo !== undefined && { returnTo })} />,
        setup: <SetupChecklist headingLevel={below} />,
        mapping: <MappingEditorLater headingLevel={below} initialRow={initialRow} />,
        sync: <PullPanel headingLevel={below} />,
      }}
      history={<JobHistoryTableLater headingLevel={headingLevel} variant="recent" pageSize={5} />}
    />
  )
}
