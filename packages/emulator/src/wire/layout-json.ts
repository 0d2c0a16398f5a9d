import { isRequired, type Field } from '../org/objects/field.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import type { RecordTypeInfo } from '../org/record-types.ts'
import { fieldJson } from './field-json.ts'
import { recordTypeJson } from './record-type-json.ts'

/** The layouts of an object. As in Salesforce, those of an object with several record types must be asked for one by one. */
export function layoutsJson(org: Org, view: ObjectView, version: number): Record<string, unknown> {
  const hasSeveral = view.recordTypes.filter(({ isMaster }) => !isMaster).length > 1
  const selectable = view.recordTypes.filter(({ available, isMaster }) => available && !isMaster)
  return {
    layouts: hasSeveral ? null : [layoutJson(org, view, view.recordTypes[0])],
    recordTypeMappings: view.recordTypes.map((type) => mappingJson(org, view, type, version)),
    recordTypeSelectorRequired: [selectable.length > 1],
  }
}

/** The page that shows records of one record type: every field the user sees, with the values the record type leaves. */
export function layoutJson(org: Org, view: ObjectView, type: RecordTypeInfo | undefined): Record<string, unknown> {
  const fields = narrowedFields(org, view, type)
  const editable = fields.filter(({ createable, updateable }) => createable || updateable)
  return {
    buttonLayoutSection: null,
    detailLayoutSections: [sectionJson(`${view.type.label} Information`, fields)],
    editLayoutSections: [sectionJson(`${view.type.label} Information`, editable)],
    feedView: null,
    highlightsPanelLayoutSection: null,
    id: layoutId(view),
    multirowEditLayoutSections: [],
    offlineLinks: [],
    quickActionList: null,
    relatedContent: null,
    relatedLists: [],
    saveOptions: [],
  }
}

function mappingJson(org: Org, view: ObjectView, type: RecordTypeInfo, version: number): Record<string, unknown> {
  const picklists = narrowedFields(org, view, type).filter((field) => field.type === 'picklist' || field.type === 'multipicklist')
  return {
    ...recordTypeJson(type, view.type.name, version),
    layoutId: layoutId(view),
    picklistsForRecordType: picklists.map((field) => ({
      picklistName: field.name,
      picklistValues: fieldJson(field, view.fields).picklistValues,
    })),
  }
}

function narrowedFields(org: Org, view: ObjectView, type: RecordTypeInfo | undefined): Field[] {
  const id = type && !type.isMaster ? type.id : null
  return view.fields.map((field) => org.recordTypes.narrowed(id, field))
}

/** There is one layout for each object, so its id follows from the object. */
function layoutId({ type }: ObjectView): string {
  return `00h${type.keyPrefix}000000000AAA`
}

function sectionJson(heading: string, fields: readonly Field[]): Record<string, unknown> {
  return {
    collapsed: false,
    columns: 1,
    heading,
    layoutRows: fields.map((field, at) => ({ layoutItems: [itemJson(field, fields, at + 1)], numItems: 1 })),
    layoutSectionId: null,
    parentLayoutId: null,
    rows: fields.length,
    tabOrder: 'leftToRight',
    useCollapsibleSection: false,
    useHeading: true,
  }
}

function itemJson(field: Field, others: readonly Field[], tabOrder: number): Record<string, unknown> {
  return {
    editableForNew: field.createable,
    editableForUpdate: field.updateable,
    label: field.label,
    layoutComponents: [
      { apiName: field.name, details: fieldJson(field, others), displayLines: 1, tabOrder, type: 'Field', value: field.name },
    ],
    placeholder: false,
    required: isRequired(field),
  }
}
