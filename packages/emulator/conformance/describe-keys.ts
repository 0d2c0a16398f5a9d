/** The keys of a describe that versions before 50 do not have. */
export const keysSinceV50: readonly string[] = ['associateEntityType', 'associateParentEntity', 'sobjectDescribeOption']

/** The keys of an object's describe, as they come on the wire. */
export const describeKeys: readonly string[] = words(`
  actionOverrides activateable associateEntityType associateParentEntity childRelationships compactLayoutable createable custom
  customSetting deepCloneable defaultImplementation deletable deprecatedAndHidden extendedBy extendsInterfaces feedEnabled fields
  hasSubtypes implementedBy implementsInterfaces isInterface isSubtype keyPrefix label labelPlural layoutable listviewable
  lookupLayoutable mergeable mruEnabled name namedLayoutInfos networkScopeFieldName queryable recordTypeInfos replicateable
  retrieveable searchLayoutable searchable sobjectDescribeOption supportedScopes triggerable undeletable updateable urls`)

/** The keys of a field in a describe, as they come on the wire. */
export const fieldKeys: readonly string[] = words(`
  aggregatable aiPredictionField autoNumber byteLength calculated calculatedFormula cascadeDelete caseSensitive compoundFieldName
  controllerName createable custom defaultValue defaultValueFormula defaultedOnCreate dependentPicklist deprecatedAndHidden digits
  displayLocationInDecimal encrypted externalId extraTypeInfo filterable filteredLookupInfo formulaTreatNullNumberAsZero groupable
  highScaleNumber htmlFormatted idLookup inlineHelpText label length mask maskType name nameField namePointing nillable
  permissionable picklistValues polymorphicForeignKey precision queryByDistance referenceTargetField referenceTo relationshipName
  relationshipOrder restrictedDelete restrictedPicklist scale searchPrefilterable soapType sortable type unique updateable
  writeRequiresMasterRead`)

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}
