import type { SalesforceObject } from '@pryzm/salesforce-sdk'
import { salesforceTypeWords } from '@pryzm/salesforce-sdk/mapping'
import { useState } from 'react'
import { ApiName, Button, Notice } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { type SchemaChange, schemaChanges } from './schema-changes.ts'
import type { SchemaModel } from './schema-model.ts'

/** So many changes are listed one by one. */
const LISTED = 8

export interface SchemaNewsProps {
  object: SalesforceObject
  schema: SchemaModel
  words: EditorWords
}

/** What changed in Salesforce since the editor was opened, until a person has seen it. */
export function SchemaNews({ object, schema, words }: SchemaNewsProps) {
  const { t, part } = words
  const [seen, setSeen] = useState(schema)
  const changes = schemaChanges(seen, schema)
  if (changes.length === 0) return null
  const counts = { added: 0, removed: 0, retyped: 0 }
  for (const { kind } of changes) counts[kind] += 1
  return (
    <Notice
      tone="info"
      title={t.schemaChanged({ object, ...counts })}
      actions={
        <Button size="s" onClick={() => setSeen(schema)}>
          {t.schemaSeen}
        </Button>
      }
    >
      <ul {...part('summary')}>
        {changes.slice(0, LISTED).map((change) => (
          <li key={change.field.name} {...part('summary-item')}>
            {sentenceOf(change, t)} <ApiName>{change.field.name}</ApiName>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function sentenceOf(change: SchemaChange, t: EditorWords['t']): string {
  const { label, type } = change.field
  if (change.kind !== 'retyped') return t[`schema_${change.kind}`]({ label })
  return t.schema_retyped({ label, before: salesforceTypeWords[change.before], after: salesforceTypeWords[type] })
}
