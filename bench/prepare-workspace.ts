import { approveAs } from '@pryzm/salesforce-emulator'
import type { Mapping } from '@pryzm/salesforce-sdk'
import { emptyMapping, suggestPairs } from '@pryzm/salesforce-sdk/mapping'
import { benchApp } from './bench-app.ts'
import type { BenchServer } from './bench-server.ts'

/** The colleagues who work in both systems. Salesforce users who have left own accounts too, and are not among them. */
const colleagues = ['dana', 'marcus', 'priya', 'tom', 'lucia'].map((name) => ({
  id: name,
  name,
  email: `${name}@acme-industrial.example`,
}))

/** Adds the workspace's users, connects it and saves a mapping of everything that is suggested, with only these objects enabled. */
export async function prepareWorkspace(bench: BenchServer, enabled: readonly string[], workspace = 'bench'): Promise<void> {
  await bench.records.putUsers(workspace, colleagues)
  const client = bench.client(workspace)
  const { authorizeUrl } = await client.connection.connect({ returnTo: '/' })
  const callback = await approveAs(authorizeUrl, benchApp.username, 'allow')
  await bench.server.handle(new Request(callback, { headers: { 'x-workspace': workspace } }))
  const pairs = emptyMapping().pairs.map((pair) => ({ ...pair, enabled: enabled.includes(pair.object) })) as Mapping['pairs']
  for (const pair of pairs.filter(({ object }) => enabled.includes(object))) {
    const { describe, recordType } = await client.schema.get({ object: pair.object })
    const suggestions = suggestPairs(pair, { describe, recordType })
    pair.fields = suggestions.map(({ attribute, field, direction, options }) => ({
      id: attribute,
      attribute,
      field,
      direction,
      options,
    }))
  }
  await client.mapping.save({ baseVersion: 0, mapping: { pairs } })
}
