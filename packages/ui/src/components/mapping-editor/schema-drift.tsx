import { useRead, useQueries } from '../../data/index.ts'
import { ErrorNotice } from '../../primitives/index.ts'
import { SchemaInboxLater } from './later.tsx'
import type { SchemaInboxProps } from './schema-inbox.tsx'
import { useSnapshot } from './use-snapshot.ts'

/** What changed in Salesforce under the saved mapping; nothing where nothing did. */
export function SchemaDrift(props: Omit<SchemaInboxProps, 'drift'>) {
  const queries = useQueries()
  const saved = useSnapshot(props.model.store, ({ baseVersion }) => baseVersion > 0)
  const { data: drift, error, refetch, isFetching } = useRead({ ...queries.drift(), enabled: saved })
  if (error && !drift) {
    return <ErrorNotice title={props.words.t.driftFailed} error={error} retry={() => void refetch()} retrying={isFetching} />
  }
  if (!drift || drift.changes.length === 0) return null
  return <SchemaInboxLater {...props} drift={drift} />
}
