import { childRelationships, type ChildRelationship } from '../org/child-relationships.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { Org } from '../org/org.ts'
import { fieldJson } from './field-json.ts'
import { versionPath } from './record-json.ts'
import { recordTypeJson } from './record-type-json.ts'

/** The first API version whose describe names associated entities and the describe option. */
const ASSOCIATIONS_SINCE = 50

/** The short description of an object, as the list of objects holds it. */
export function objectJson(view: ObjectView, version: number): Record<string, unknown> {
  const { type, permissions } = view
  return sorted({
    ...associations(version),
    activateable: false,
    createable: type.createable && permissions.create,
    custom: false,
    customSetting: false,
    deepCloneable: false,
    deletable: type.deletable && permissions.delete,
    deprecatedAndHidden: false,
    feedEnabled: type.hasPages,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: type.keyPrefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: type.hasPages,
    mergeable: type.mergeable,
    mruEnabled: type.hasPages,
    name: type.name,
    queryable: true,
    replicateable: true,
    retrieveable: true,
    searchable: type.hasPages,
    triggerable: type.hasPages,
    undeletable: type.hasPages && type.deletable,
    updateable: type.updateable && permissions.edit,
    urls: resourceUrls(type.name, version),
  })
}

/** The full description of an object with the fields its user may see. Keys come in alphabetical order, as on the wire. */
export function describeJson(org: Org, view: ObjectView, version: number): Record<string, unknown> {
  const { type } = view
  const short = objectJson(view, version)
  return sorted({
    ...short,
    ...(version >= ASSOCIATIONS_SINCE ? { sobjectDescribeOption: 'FULL' } : {}),
    actionOverrides: [],
    childRelationships: childRelationships(org.schema, type).map(childRelationshipJson),
    compactLayoutable: type.hasPages,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: view.fields.map((field) => fieldJson(field, view.fields)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: view.recordTypes.map((recordType) => recordTypeJson(recordType, type.name, version)),
    searchLayoutable: type.hasPages,
    supportedScopes: supportedScopes(type.labelPlural.toLowerCase()),
    urls: { ...resourceUrls(type.name, version), ...pageUrls(org.url, type.keyPrefix) },
  })
}

function associations(version: number) {
  return version >= ASSOCIATIONS_SINCE ? { associateEntityType: null, associateParentEntity: null } : {}
}

function resourceUrls(name: string, version: number): Record<string, string> {
  const base = `${versionPath(version)}/sobjects/${name}`
  return {
    compactLayouts: `${base}/describe/compactLayouts`,
    rowTemplate: `${base}/{ID}`,
    approvalLayouts: `${base}/describe/approvalLayouts`,
    defaultValues: `${base}/defaultValues?recordTypeId&fields`,
    listviews: `${base}/listviews`,
    describe: `${base}/describe`,
    quickActions: `${base}/quickActions`,
    layouts: `${base}/describe/layouts`,
    sobject: base,
  }
}

function pageUrls(url: string, keyPrefix: string): Record<string, string> {
  return { uiDetailTemplate: `${url}/{ID}`, uiEditTemplate: `${url}/{ID}/e`, uiNewRecord: `${url}/${keyPrefix}/e` }
}

function childRelationshipJson({ child, field, name }: ChildRelationship) {
  return {
    cascadeDelete: false,
    childSObject: child.name,
    deprecatedAndHidden: false,
    field,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: name,
    restrictedDelete: false,
  }
}

function supportedScopes(plural: string) {
  return [
    { label: `All ${plural}`, name: 'everything' },
    { label: `My ${plural}`, name: 'mine' },
    { label: `My team's ${plural}`, name: 'team' },
  ]
}

function sorted(json: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
