import { describe, expect, it } from 'vitest'
import { RecordTypeSchema } from '../contract/schema.ts'
import { standardDescribes } from '../testing/describes/index.ts'
import { salesPipeline } from '../testing/sales-pipeline.ts'
import { defaultSchema, pipelineSchema } from './default-schema.ts'

const schemas = [...defaultSchema(), pipelineSchema(salesPipeline)]

describe('the default schema', () => {
  it('has organizations, people and pipelines in the shape of the contract', () => {
    expect(schemas.map(({ recordType }) => recordType)).toEqual(['organization', 'person', 'pipeline:sales'])
    for (const schema of schemas) expect(RecordTypeSchema.parse(schema)).toEqual(schema)
  })

  it('names options in snake_case, each once', () => {
    const optionLists = schemas.flatMap(({ attributes }) => attributes.flatMap(({ options }) => (options ? [options] : [])))
    for (const options of optionLists) {
      const ids = options.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
    }
  })

  it('has the industries and types of a fresh org', () => {
    const [organization] = schemas
    for (const [name, field] of [
      ['industry', 'Industry'],
      ['type', 'Type'],
    ]) {
      const labels = organization?.attributes.find((attribute) => attribute.name === name)?.options?.map(({ label }) => label)
      const values = standardDescribes.Account.fields.find((candidate) => candidate.name === field)?.picklistValues
      expect(labels).toEqual(values?.map(({ label }) => label))
    }
  })

  it('is a copy each time, so that a host may change it', () => {
    defaultSchema()[0]?.attributes.pop()
    expect(defaultSchema()[0]?.attributes).toHaveLength(11)
  })
})
