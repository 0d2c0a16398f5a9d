import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyMapping } from '../../../test/any-mapping.ts'
import { attribute, fieldPair, recordTypeOf } from '../../../test/one-pair.ts'
import type { FieldPair, Mapping } from '../../contract/mapping.ts'
import { MappingFile } from '../../contract/mapping-file.ts'
import type { Pipeline } from '../../contract/pipeline.ts'
import type { AttributeOption } from '../../contract/schema.ts'
import { diffMappings } from './diff-mappings.ts'
import { emptyMapping } from '../empty-mapping.ts'
import { pipelineOfFile, type ReadMappingFile, readMappingFile } from './read-mapping-file.ts'
import { writeMappingFile } from './write-mapping-file.ts'

const exportedAt = '2026-03-04T10:00:00.000Z'
const acme = { id: '00D000000000001AAA', name: 'Acme Industrial' }

function workspaceWith(options: AttributeOption[], pipelines: [id: string, name: string][]) {
  const recordType = recordTypeOf([
    attribute('name', 'text'),
    attribute('stage', 'stage', { options }),
    attribute('tags', 'multi_select', { options }),
  ])
  return {
    pipelines: pipelines.map(([id, name]): Pipeline => ({ id, name, stages: [], recordCount: 0 })),
    recordTypes: { Account: recordType, Contact: recordType, Opportunity: recordType },
    org: acme,
  }
}

const here = workspaceWith(
  [
    { id: 'a', label: 'Hot' },
    { id: 'b', label: 'Cold' },
  ],
  [
    ['sales', 'Sales'],
    ['other', 'Other deals'],
  ],
)

function exported(mapping: Mapping): MappingFile {
  return writeMappingFile({ ...here, mapping, version: 3, exportedAt })
}

function imported(file: MappingFile, rest: Partial<ReadMappingFile & { pipelines: Pipeline[] }> = {}) {
  const { pipelines = here.pipelines, inForce = emptyMapping(), recordTypes = here.recordTypes, org = here.org } = rest
  const { pipelineId, notes } = pipelineOfFile(file, pipelines)
  const read = readMappingFile({ file, pipelineId, recordTypes, org, inForce })
  return { mapping: read.mapping, notes: [...notes, ...read.notes] }
}

function opportunitiesWith(pipelineId: string | null, ...fields: FieldPair[]): Mapping {
  const mapping = emptyMapping()
  Object.assign(mapping.pairs[2], { pipelineId, fields })
  return mapping
}

const stage = fieldPair('stage', 'StageName', {
  options: [
    { option: 'a', value: 'Hot!', direction: 'bidirectional' },
    { option: 'b', value: 'Cold!', direction: 'pull' },
  ],
})

describe('a mapping as a file', () => {
  it('comes back into its own workspace without a change', () => {
    fc.assert(
      fc.property(anyMapping, (mapping) => {
        const file: unknown = JSON.parse(JSON.stringify(exported(mapping)))
        const back = imported(MappingFile.parse(file), { inForce: mapping })
        expect(diffMappings(mapping, back.mapping)).toEqual([])
        expect(back.notes.filter(({ code }) => code !== 'options_not_found')).toEqual([])
      }),
    )
  })

  it('tells what its ids are called, and no more than that', () => {
    const tags = fieldPair('tags', 'Tags__c', { defaultOnPush: ['b'] })
    expect(exported(opportunitiesWith('sales', stage, tags))).toMatchObject({
      org: acme,
      pipeline: { id: 'sales', name: 'Sales' },
      options: [
        {
          object: 'Opportunity',
          attribute: 'stage',
          options: [
            { id: 'a', label: 'Hot' },
            { id: 'b', label: 'Cold' },
          ],
        },
        { object: 'Opportunity', attribute: 'tags', options: [{ id: 'b', label: 'Cold' }] },
      ],
    })
  })

  it('finds pipeline and options of another workspace by what they are called', () => {
    const there = workspaceWith(
      [
        { id: '7', label: 'cold ' },
        { id: '8', label: 'HOT' },
      ],
      [['p1', 'sales']],
    )
    const tags = fieldPair('tags', 'Tags__c', { defaultOnPush: ['b', 'a'] })
    const { mapping, notes } = imported(exported(opportunitiesWith('sales', stage, tags)), there)
    expect(mapping.pairs[2].pipelineId).toBe('p1')
    expect(mapping.pairs[2].fields[0]?.options.map(({ option, value }) => [option, value])).toEqual([
      ['8', 'Hot!'],
      ['7', 'Cold!'],
    ])
    expect(mapping.pairs[2].fields[1]?.defaultOnPush).toEqual(['7', '8'])
    expect(notes.map(({ code }) => code)).toEqual(['pipeline_by_name', 'options_by_label', 'options_by_label'])
    expect(notes[1]?.sentence).toBe('"HOT", "cold " of stage were found by label.')
  })

  it('goes by the label where the same id means another option there', () => {
    const there = workspaceWith(
      [
        { id: 'a', label: 'Cold' },
        { id: 'b', label: 'Hot' },
      ],
      [['sales', 'Sales']],
    )
    const { mapping } = imported(exported(opportunitiesWith('sales', stage)), there)
    expect(mapping.pairs[2].fields[0]?.options.map(({ option }) => option)).toEqual(['b', 'a'])
  })

  it('keeps the id of an option that only got another name', () => {
    const renamed = workspaceWith(
      [
        { id: 'a', label: 'Very hot' },
        { id: 'b', label: 'Cold' },
      ],
      [['sales', 'Sales']],
    )
    const { mapping, notes } = imported(exported(opportunitiesWith('sales', stage)), renamed)
    expect(mapping.pairs[2].fields).toEqual([stage])
    expect(notes).toEqual([])
  })

  it('leaves open what it cannot find, and says so', () => {
    const there = workspaceWith([{ id: 'x', label: 'Lukewarm' }], [['p1', 'Renewals']])
    const { mapping, notes } = imported(exported(opportunitiesWith('sales', stage)), {
      ...there,
      org: { id: '00D000000000002AAA', name: 'Globex' },
    })
    expect(mapping.pairs[2].pipelineId).toBeNull()
    expect(mapping.pairs[2].fields).toEqual([stage])
    expect(notes).toEqual([
      {
        code: 'pipeline_not_found',
        sentence: 'This workspace has no pipeline "Sales". Choose where Opportunities go before you save.',
      },
      {
        code: 'other_org',
        sentence: 'The file was made for the org Acme Industrial. It has been checked against Globex, which is connected here.',
      },
      {
        code: 'options_not_found',
        sentence: 'stage has no option "Hot", "Cold" in this workspace. Match the picklist value to another one.',
      },
    ])
  })

  it('takes no pipeline where two have the name', () => {
    const there = workspaceWith(
      [],
      [
        ['p1', 'Sales'],
        ['p2', 'SALES'],
      ],
    )
    expect(imported(exported(opportunitiesWith('sales')), there).mapping.pairs[2].pipelineId).toBeNull()
  })

  it('keeps the ids of pairs that tie the same two together, so that few look new', () => {
    const inForce = opportunitiesWith(
      'sales',
      fieldPair('stage', 'StageName', { id: '1' }),
      fieldPair('name', 'Name', { id: '2' }),
    )
    const file = exported(
      opportunitiesWith(
        'sales',
        fieldPair('name', 'Name', { id: '9' }),
        fieldPair('stage', 'StageName', { id: '2' }),
        fieldPair('tags', 'Tags__c', { id: '1' }),
      ),
    )
    const { mapping } = imported(file, { inForce })
    expect(mapping.pairs[2].fields.map(({ id, attribute: name }) => [id, name])).toEqual([
      ['2', 'name'],
      ['1', 'stage'],
      ['1-2', 'tags'],
    ])
    expect(diffMappings(inForce, mapping)).toMatchObject([{ kind: 'pair_added', after: { attribute: 'tags' } }])
  })

  it('gives every pair an id of its own, whatever the file says', () => {
    const id = 'x'.repeat(64)
    const file = exported(opportunitiesWith('sales', ...['name', 'stage', 'tags'].map((each) => fieldPair(each, each, { id }))))
    const ids = imported(file).mapping.pairs[2].fields.map((pair) => pair.id)
    expect(new Set(ids).size).toBe(3)
    expect(Math.max(...ids.map(({ length }) => length))).toBe(64)
  })
})

describe('reading a file', () => {
  const messagesOf = (file: unknown) =>
    MappingFile.safeParse(file).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
  const file = exported(emptyMapping())

  it('says of a newer format what to do', () => {
    expect(messagesOf({ ...file, formatVersion: 2, mapping: { sets: [] } })).toEqual([
      'formatVersion: This file has format 2, and this server reads format 1. Export the mapping from a server of this version, or update this one',
    ])
  })

  it.each([null, [], 'text', {}, { ...file, formatVersion: '1' }, { ...file, format: 'other' }])(
    'knows %j for no file of a mapping',
    (wrong) => {
      expect(messagesOf(wrong)).toEqual([expect.stringContaining('This is no file of a Salesforce mapping')])
    },
  )

  it('names the place that is wrong', () => {
    const wrong = structuredClone(file) as { mapping: { pairs: { direction: string }[] } }
    wrong.mapping.pairs[1]!.direction = 'sideways'
    expect(messagesOf(wrong)).toEqual([expect.stringContaining('mapping.pairs.1.direction: ')])
  })

  it('is content with what a person writes by hand', () => {
    const { format, formatVersion, version, mapping } = file
    expect(MappingFile.parse({ format, formatVersion, version, exportedAt, mapping })).toMatchObject({
      org: null,
      pipeline: null,
      options: [],
    })
  })
})
