import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { FieldPair, MappingChange, MappingFile } from '@pryzm/salesforce-sdk/contract'

const guide = readFileSync(join(import.meta.dirname, 'mapping.md'), 'utf8')
const examples = [...guide.matchAll(/```json\n([^`]*)```/g)].map(([, json = '']) => JSON.parse(json) as unknown)

it('shows changes and a file that are read as they stand', () => {
  const [changes, file] = examples
  expect(
    MappingChange.array()
      .parse(changes)
      .map(({ kind }) => kind),
  ).toEqual(['object_changed', 'pair_added', 'pair_removed'])
  const { fields } = MappingFile.parse(file).mapping.pairs[2]
  expect(FieldPair.array().parse(fields)).toMatchObject([{ attribute: 'stage', options: [{ direction: 'bidirectional' }] }])
})
