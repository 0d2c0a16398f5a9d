import type { Attribute, AttributeValue, PreviewField, PreviewWay, RecordType } from '@pryzm/salesforce-sdk/contract'
import { longSalesforceId, nameColumn, type Way } from '@pryzm/salesforce-sdk/mapping'
import type { Caller, FieldValues } from '../ports/index.ts'
import type { PreviewSetup } from './preview-setup.ts'

/** Labels the records and users that a preview's values point at, as far as the caller may see them. */
export async function nameReferences(
  setup: PreviewSetup,
  caller: Caller,
  preview: PreviewWay,
  way: Way,
  row: FieldValues | null,
): Promise<PreviewWay> {
  const attributes = new Map(setup.input.recordType.attributes.map((attribute) => [attribute.name, attribute]))
  const references = new Map(
    preview.fields.flatMap((field): [PreviewField, Reference][] => {
      const reference = referenceOf(attributes.get(field.attribute), inPryzm(field, way))
      return reference === null ? [] : [[field, reference]]
    }),
  )
  if (references.size === 0) return preview
  const names = await pryzmNames(setup, caller, [...references.values()])
  const fields = preview.fields.map((field) => {
    if (!references.has(field)) return field
    const labels = { ...field.labels, ...labelled(inPryzm(field, way), names) }
    const source = typeof field.source === 'string' ? labels[field.source] : undefined
    // A push sends the counterpart of what Pryzm points at.
    if (way === 'push' && typeof field.after === 'string' && source !== undefined) labels[field.after] = source
    return { ...field, labels: { ...labels, ...heldName(setup, field, row) } }
  })
  return { ...preview, fields }
}

/** What values of Pryzm point at: users where the record type is null. */
interface Reference {
  recordType: RecordType | null
  ids: string[]
}

function referenceOf(attribute: Attribute | undefined, ids: string[]): Reference | null {
  if (attribute?.type === 'user') return { recordType: null, ids }
  if (attribute?.type !== 'relation' || attribute.relatedRecordType === undefined) return null
  return { recordType: attribute.relatedRecordType, ids }
}

function inPryzm({ source, before, after }: PreviewField, way: Way): string[] {
  return texts(way === 'pull' ? [before, after] : [source])
}

function texts(values: readonly AttributeValue[]): string[] {
  return values.filter((value) => typeof value === 'string')
}

function labelled(ids: readonly string[], names: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(ids.flatMap((id) => (names.has(id) ? [[id, names.get(id) as string]] : [])))
}

/** What Salesforce calls the record or user that the field points at now. */
function heldName({ input }: PreviewSetup, preview: PreviewField, row: FieldValues | null): Record<string, string> {
  const field = input.describe.fields.find(({ name }) => name === preview.field)
  const id = field && row?.[field.name]
  const name = field && row?.[nameColumn(field) ?? '']
  return typeof id === 'string' && typeof name === 'string' ? { [longSalesforceId(id)]: name } : {}
}

async function pryzmNames(
  { ports, workspace }: PreviewSetup,
  caller: Caller,
  references: readonly Reference[],
): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(
    references.map(async ({ recordType, ids }): Promise<[string, string][]> => {
      if (ids.length === 0) return []
      if (recordType === null) return [...(await ports.records.users(workspace, { ids }))]
      if (!caller.access(recordType).view) return []
      const records = await ports.records.read(workspace, recordType, ids)
      return records.flatMap((record): [string, string][] => (record ? [[record.id, record.name]] : []))
    }),
  )
  return new Map(found.flat())
}
