import type { FieldPair, Mapping, ObjectPair } from '../../contract/mapping.ts'
import type { ImportedMapping } from '../../contract/mapping-change.ts'
import type { MappingFile } from '../../contract/mapping-file.ts'
import type { Pipeline } from '../../contract/pipeline.ts'
import type { RecordTypeSchema } from '../../contract/schema.ts'
import type { SalesforceObject } from '../../contract/shared.ts'
import { keepPairIds } from './keep-pair-ids.ts'
import { type OptionTranslation, translateOptions } from './translate-options.ts'

type Note = ImportedMapping['notes'][number]

/** The pipeline of this workspace that a file means: the one with its id, else the one with its name. */
export function pipelineOfFile(
  { mapping, pipeline }: MappingFile,
  pipelines: readonly Pipeline[],
): { pipelineId: string | null; notes: Note[] } {
  const { pipelineId } = mapping.pairs[2]
  if (pipelineId === null || pipelines.some(({ id }) => id === pipelineId)) return { pipelineId, notes: [] }
  const name = pipeline?.name ?? pipelineId
  const namesakes = pipelines.filter((each) => fold(each.name) === fold(name))
  const [found] = namesakes
  if (found !== undefined && namesakes.length === 1) {
    return {
      pipelineId: found.id,
      notes: [note('pipeline_by_name', `Opportunities go to this workspace's pipeline "${found.name}".`)],
    }
  }
  const sentence = `This workspace has no pipeline "${name}". Choose where Opportunities go before you save.`
  return { pipelineId: null, notes: [note('pipeline_not_found', sentence)] }
}

export interface ReadMappingFile {
  file: MappingFile
  /** As `pipelineOfFile` found it. */
  pipelineId: string | null
  /** Record types of this workspace, that of the pipeline included. */
  recordTypes: Readonly<Record<SalesforceObject, RecordTypeSchema | null>>
  /** The org that this workspace is connected to. */
  org: MappingFile['org']
  inForce: Mapping
}

/** Reads a mapping from a file into a workspace whose ids may differ; ids that are not found stay as they are. */
export function readMappingFile(input: ReadMappingFile): { mapping: Mapping; notes: Note[] } {
  const { file, pipelineId, org, inForce } = input
  const [account, contact, opportunity] = file.mapping.pairs
  const notes = org !== null && file.org !== null && org.id !== file.org.id ? [otherOrg(file.org.name, org.name)] : []
  const fieldsOf = (pair: ObjectPair, index: 0 | 1 | 2): FieldPair[] => {
    const read = pair.fields.map((field) => translated(input, pair.object, field))
    notes.push(...read.flatMap((each) => each.notes))
    return keepPairIds(
      read.map((each) => each.field),
      inForce.pairs[index].fields,
    )
  }
  const mapping: Mapping = {
    pairs: [
      { ...account, fields: fieldsOf(account, 0) },
      { ...contact, fields: fieldsOf(contact, 1) },
      { ...opportunity, pipelineId, fields: fieldsOf(opportunity, 2) },
    ],
  }
  return { mapping, notes }
}

function translated(
  { file, recordTypes }: ReadMappingFile,
  object: SalesforceObject,
  field: FieldPair,
): { field: FieldPair; notes: Note[] } {
  const attribute = recordTypes[object]?.attributes.find(({ name }) => name === field.attribute)
  const named = file.options.find((each) => each.object === object && each.attribute === field.attribute)
  if (attribute?.options === undefined) return { field, notes: [] }
  const translation = translateOptions(field, named?.options ?? [], attribute.options)
  return { field: translation.field, notes: notesOf(attribute.label, translation) }
}

function notesOf(attribute: string, { byLabel, notFound }: OptionTranslation): Note[] {
  const notes: Note[] = []
  if (byLabel.length > 0) {
    notes.push(
      note('options_by_label', `${listed(byLabel)} of ${attribute} ${byLabel.length === 1 ? 'was' : 'were'} found by label.`),
    )
  }
  if (notFound.length > 0) {
    const sentence = `${attribute} has no option ${listed(notFound)} in this workspace. Match the picklist value to another one.`
    notes.push(note('options_not_found', sentence))
  }
  return notes
}

const LISTED = 5

function listed(labels: readonly string[]): string {
  const shown = labels.slice(0, LISTED).map((label) => `"${label}"`)
  return [...shown, ...(labels.length > LISTED ? [`${labels.length - LISTED} more`] : [])].join(', ')
}

function otherOrg(theirs: string, ours: string): Note {
  return note(
    'other_org',
    `The file was made for the org ${theirs}. It has been checked against ${ours}, which is connected here.`,
  )
}

function note(code: Note['code'], sentence: string): Note {
  return { code, sentence }
}

function fold(name: string): string {
  return name.trim().toLowerCase()
}
