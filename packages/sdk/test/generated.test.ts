import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { generatedFiles } from '../scripts/generated-files.ts'
import { openApiDocument } from '../scripts/openapi-document.ts'
import { errors } from '../src/contract/errors.ts'

const files = await generatedFiles()
const document = await openApiDocument()

describe('generated files', () => {
  it.each(Object.keys(files))('%s is fresh (run `pnpm --filter @pryzm/salesforce-sdk generate` if not)', (path) => {
    expect(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).toBe(files[path])
  })
})

describe('the OpenAPI document', () => {
  const text = JSON.stringify(document)
  const referenced = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)].map(([, kind, name]) => `${kind}/${name}`),
  )
  const components = Object.entries(document.components ?? {}).flatMap(([kind, entries]) =>
    Object.keys(entries ?? {}).map((name) => `${kind}/${name}`),
  )

  it('refers to nothing that it does not hold', () => {
    expect([...referenced].filter((reference) => !components.includes(reference))).toEqual([])
  })

  it('names every operation once, and sorts it under a tag', () => {
    const operations = [...text.matchAll(/"operationId":"([\w.]+)"/g)].map(([, id]) => id)
    expect(new Set(operations).size).toBe(operations.length)
    const tags = document.tags?.map(({ name }) => name)
    for (const id of operations) expect(tags).toContain(id?.split('.')[0])
  })

  it('documents every error code with its status', () => {
    for (const [code, { status }] of Object.entries(errors)) {
      expect(text).toContain(`{"properties":{"code":{"enum":[`)
      expect(text).toMatch(new RegExp(`"code":\\{"enum":\\[[^\\]]*"${code}"[^\\]]*\\]\\},"status":\\{"const":${status}\\}`))
    }
  })

  it('keeps to one schema a name instead of repeating it', () => {
    expect(text.length).toBeLessThan(100_000)
  })
})
