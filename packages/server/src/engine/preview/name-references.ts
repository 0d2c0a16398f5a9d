import type { AttributeValue, PreviewField, PreviewWay, RecordType } from '@pryzm/salesforce-sdk/contract'
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
  const { describe, recordType } = setup.input
  const attributes = new Map(recordType.attributes.map((attribute) => [attribute.name, attribute]))
  const fields = new Map(describe.fields.map((field) => [field.name, field]))
  const inPryzm = ({ source, before, after }: PreviewField) => idsIn(way === 'pull' ? [before, after] : [source])
  const wanted = new Map<RecordType | 'user', Set<string>>()
  for (const field of preview.fields) {
    const kind = kindOf(attributes.get(field.attribute))
    if (kind !== null) for (const id of inPryzm(field)) wanted.set(kind, (wanted.get(kind) ?? new Set<string>()).add(id))
  }
  const names = await readNames(setup, caller, wanted)
  return {
    ...preview,
    fields: preview.fields.map((preview): PreviewField => {
      const kind = kindOf(attributes.get(preview.attribute))
      const field = fields.get(preview.field ?? '')
      if (kind === null) return preview
      const column = field ? nameColumn(field) : null
      const heldName = column === null ? null : row?.[column]
      const heldId = field && row?.[field.name]
      const labels = { ...preview.labels }
      for (const id of inPryzm(preview)) if (names.has(id)) labels[id] = names.get(id) as string
      const [sourceId] = idsIn([preview.source])
      const sourceName = sourceId === undefined ? undefined : labels[sourceId]
      // A push sends the counterpart of what Pryzm points at.
      if (way === 'push' && typeof preview.after === 'string' && sourceName !== undefined) labels[preview.after] = sourceName
      if (typeof heldName === 'string' && typeof heldId === 'string') labels[longSalesforceId(heldId)] = heldName
      return { ...preview, labels }
    }),
  }
}

function kindOf(attribute: { type: string; relatedRecordType?: RecordType | undefined } | undefined): RecordType | 'user' | null {
  if (attribute?.type === 'user') return 'user'
  return attribute?.type === 'relation' ? (attribute.relatedRecordType ?? null) : null
}

function idsIn(values: readonly AttributeValue[]): string[] {
  return values.filter((value) => typeof value === 'string')
}

async function readNames(
  { ports, workspace }: PreviewSetup,
  caller: Caller,
  wanted: ReadonlyMap<RecordType | 'user', ReadonlySet<string>>,
): Promise<Map<string, string>> {
  const found = await Promise.all(
    [...wanted].map(async ([kind, ids]): Promise<(readonly [string, string])[]> => {
      if (kind === 'user') return [...(await ports.records.users(workspace, { ids: [...ids] }))]
      if (!caller.access(kind).view) return []
      const records = await ports.records.read(workspace, kind, [...ids])
      return records.flatMap((record) => (record ? [[record.id, record.name] as const] : []))
    }),
  )
  return new Map(found.flat())
}
