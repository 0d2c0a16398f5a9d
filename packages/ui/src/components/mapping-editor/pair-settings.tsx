import type { FieldPair, SalesforceObject } from '@pryzm/salesforce-sdk'
import { effectiveDirection, suggestOptions } from '@pryzm/salesforce-sdk/mapping'
import type { EditorWords } from './editor-words.ts'
import type { MappingStore } from './mapping-store.ts'
import { OptionMap } from './option-map.tsx'
import { PairNotes } from './pair-notes.tsx'
import { RulesForm } from './rules-form.tsx'
import type { SchemaModel } from './schema-model.ts'
import { useStageEnds } from './use-stage-ends.ts'
import { useSnapshot } from './use-snapshot.ts'

export interface PairSettingsProps {
  object: SalesforceObject
  pair: FieldPair
  store: MappingStore
  schema: SchemaModel
  locked: boolean
  words: EditorWords
}

/** What a pair can be told beyond its direction: which options stand for each other, and what happens to blanks. */
export function PairSettings({ object, pair, store, schema, locked, words }: PairSettingsProps) {
  const objectDirection = useSnapshot(store, ({ draft }) => draft[object].direction)
  const attribute = schema.attributes.get(pair.attribute)
  const field = schema.fields.get(pair.field)
  const stageEnds = useStageEnds(store, attribute)
  if (!attribute || !field) return null
  const address = { object, pairId: pair.id }
  const direction = effectiveDirection(pair.direction, objectDirection)
  return (
    <>
      <PairNotes {...{ attribute, field, direction, words }} describe={schema.pair.describe} />
      {attribute.options && field.picklistValues.length > 0 && (
        <OptionMap
          attribute={attribute}
          field={field}
          options={pair.options}
          stageEnds={stageEnds}
          locked={locked}
          words={words}
          onChange={(options) => store.edit({ kind: 'set_options', ...address, options })}
          onMatchByName={() => store.edit({ kind: 'set_options', ...address, options: suggestOptions(attribute, field) })}
        />
      )}
      <RulesForm
        attribute={attribute}
        field={field}
        pair={pair}
        direction={direction}
        locked={locked}
        words={words}
        onChange={(rules) => store.edit({ kind: 'set_rules', ...address, rules })}
      />
    </>
  )
}
