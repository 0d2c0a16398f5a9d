import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { MappingIssue, SchemaChange, schemaChangeKinds } from '@pryzm/salesforce-sdk/contract'

const guide = readFileSync(join(import.meta.dirname, 'schema-drift.md'), 'utf8')

it('shows an event as the host gets it', () => {
  const [, json = ''] = /```json\n([^`]*)```/.exec(guide) ?? []
  const { type, details } = JSON.parse(json) as { type: string; details: { changes: unknown; issues: unknown } }
  expect(type).toBe('mapping.drifted')
  expect(SchemaChange.array().parse(details.changes)).toEqual(details.changes)
  expect(MappingIssue.array().parse(details.issues)).toEqual(details.issues)
})

it('explains every kind of change', () => {
  const explained = [...guide.matchAll(/^\| (`.*?`)\s+\|/gm)].flatMap(([, cell = '']) => cell.replaceAll('`', '').split(', '))
  for (const kind of schemaChangeKinds) expect(explained).toContain(kind)
})
