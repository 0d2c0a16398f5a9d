import { childRelationships, type ChildRelationship } from '../org/child-relationships.ts'
import type { ObjectView } from '../org/object-view.ts'
import type { ObjectType } from '../org/objects/object-type.ts'
import type { Org } from '../org/org.ts'
import { fieldJson } from './field-json.ts'
import { describeUrls, objectUrls } from './object-urls.ts'
import { recordTypeJson } from './record-type-json.ts'

/** The first API version whose describe names associated entities and the describe option. */
const ASSOCIATIONS_SINCE = 50

/** The first of the recorded versions whose describe offers scoping rules. */
const SCOPING_RULES_SINCE = 50

/** The short description of an object, as the list of objects holds it. */
export function objectJson(view: ObjectView, version: number): Record<string, unknown> {
  const { type, permissions } = view
  return sorted({
    ...associations(version),
    activateable: false,
    createable: type.createable && permissions.create,
    custom: false,
    customSetting: false,
    deepCloneable: type.deepCloneable,
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
    urls: objectUrls(type, version),
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
    childRelationships: childRelationships(org.schema, type)
      .map((child) => childRelationshipJson(child, type.name))
      .toSorted((a, b) => Number(a.childSObject > b.childSObject) - Number(a.childSObject < b.childSObject)),
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
    supportedScopes: supportedScopes(type, version),
    urls: describeUrls(type, version, org.url),
  })
}

function associations(version: number) {
  return version >= ASSOCIATIONS_SINCE ? { associateEntityType: null, associateParentEntity: null } : {}
}

/** One entry of the children, which come by the names of their objects. */
function childRelationshipJson({ child, field, name }: ChildRelationship, parent: string) {
  return {
    cascadeDelete: parent === 'Account' && field === 'AccountId',
    childSObject: child.name,
    deprecatedAndHidden: false,
    field,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: name,
    restrictedDelete: false,
  }
}

function supportedScopes({ labelPlural, hasPages }: ObjectType, version: number) {
  const plural = labelPlural.toLowerCase()
  const all = { label: `All ${plural}`, name: 'everything' }
  if (!hasPages) return [all]
  const rules = version >= SCOPING_RULES_SINCE ? [{ label: 'Filter by scope', name: 'scopingRule' }] : []
  return [all, { label: `My ${plural}`, name: 'mine' }, ...rules, { label: `My team's ${plural}`, name: 'team' }]
}

function sorted(json: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(json).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
