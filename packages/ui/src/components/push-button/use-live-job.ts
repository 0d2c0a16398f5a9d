import type { Push, SalesforceClient } from '@pryzm/salesforce-sdk'
import { useEffect } from 'react'
import { isOver, useData, useQueries, useRead } from '../../data/index.ts'

/** A push whose outcome is unknown is followed until Salesforce's answer is settled; reads only. */
export function useLiveJob(push: Push | undefined): Push | undefined {
  const { client, host } = useData()
  const queries = useQueries()
  const unknown = push !== undefined && !isOver(push.job.state)
  const id = push?.job.id ?? ''
  const detail = useRead({
    ...queries.job(id),
    enabled: unknown,
    refetchInterval: ({ state }) => (state.data && isOver(state.data.job.state) ? false : 5000),
  })
  const settled = useRead({
    queryKey: [...queries.job(id).queryKey, 'push'],
    queryFn: ({ signal }) => readPush(client, id, signal),
    enabled: unknown && detail.data !== undefined && isOver(detail.data.job.state),
  })
  useEffect(() => {
    if (settled.data) host().onPushFinished?.(settled.data)
  }, [host, settled.data])
  return settled.data ?? push
}

async function readPush(client: SalesforceClient, id: string, signal: AbortSignal): Promise<Push> {
  const [{ job }, { items }] = await Promise.all([
    client.jobs.get({ id }, { signal }),
    client.jobs.records({ id, limit: 1 }, { signal }),
  ])
  const [result = null] = items
  const fields = result ? (await client.jobs.fields({ id, recordResultId: result.id }, { signal })).items : []
  return { job, result, fields, unlinked: [] }
}
