import * as z from 'zod'
import { experimental } from './experimental.ts'
import { Count, RecordType, SalesforceObject } from './shared.ts'
import { attributeTypes, salesforceTypes } from './vocabulary.ts'

export const AttributeType = z.enum(attributeTypes).meta({ id: 'AttributeType' })
export type AttributeType = z.infer<typeof AttributeType>

export const SalesforceType = z.enum(salesforceTypes).meta({ id: 'SalesforceType' })
export type SalesforceType = z.infer<typeof SalesforceType>

export const AttributeOption = z.object({ id: z.string(), label: z.string() }).meta({ id: 'AttributeOption' })
export type AttributeOption = z.infer<typeof AttributeOption>

export const Attribute = z
  .object({
    name: z.string(),
    label: z.string(),
    type: AttributeType,
    required: z.boolean().default(false),
    unique: z.boolean().default(false),
    readOnly: z.boolean().default(false),
    /** Longest text in characters. */
    maxLength: z.int().positive().optional(),
    /** Digits in all and after the point, for number, currency and percent. */
    precision: z.int().positive().optional(),
    scale: z.int().min(0).optional(),
    /** Options of select, multi_select and stage, in order. */
    options: z.array(AttributeOption).optional(),
    /** The record type that a relation points at. */
    relatedRecordType: RecordType.optional(),
    /** ISO code of a currency attribute that holds one currency only. */
    currency: z.string().length(3).optional(),
  })
  .meta({ id: 'Attribute' })
export type Attribute = z.infer<typeof Attribute>

export const RecordTypeSchema = z
  .object({
    recordType: RecordType,
    label: z.string(),
    labelPlural: z.string(),
    attributes: z.array(Attribute),
  })
  .meta({ id: 'RecordTypeSchema' })
export type RecordTypeSchema = z.infer<typeof RecordTypeSchema>

export const PicklistValue = z
  .object({ value: z.string(), label: z.string(), active: z.boolean(), defaultValue: z.boolean() })
  .meta({ id: 'PicklistValue' })
export type PicklistValue = z.infer<typeof PicklistValue>

/** The part of a field's describe that mapping and coercion need, under Salesforce's own names. */
export const SalesforceField = z
  .object({
    name: z.string(),
    label: z.string(),
    type: SalesforceType,
    length: Count,
    precision: Count,
    scale: Count,
    digits: Count,
    nillable: z.boolean(),
    createable: z.boolean(),
    updateable: z.boolean(),
    defaultedOnCreate: z.boolean(),
    calculated: z.boolean(),
    autoNumber: z.boolean(),
    custom: z.boolean(),
    externalId: z.boolean(),
    unique: z.boolean(),
    restrictedPicklist: z.boolean(),
    dependentPicklist: z.boolean(),
    htmlFormatted: z.boolean(),
    controllerName: z.string().nullable(),
    compoundFieldName: z.string().nullable(),
    relationshipName: z.string().nullable(),
    extraTypeInfo: z.string().nullable(),
    referenceTo: z.array(z.string()),
    picklistValues: z.array(PicklistValue),
    /** @experimental Whether the last job read or wrote it, and how many of the records looked at hold a value. */
    usage: experimental(z.object({ inLastJob: z.boolean(), sampled: Count, filled: Count })),
  })
  .meta({ id: 'SalesforceField' })
export type SalesforceField = z.infer<typeof SalesforceField>

/** One object as the connected user sees it; hidden fields are absent. */
export const ObjectDescribe = z
  .object({
    name: SalesforceObject,
    label: z.string(),
    labelPlural: z.string(),
    queryable: z.boolean(),
    createable: z.boolean(),
    updateable: z.boolean(),
    fields: z.array(SalesforceField),
  })
  .meta({ id: 'ObjectDescribe' })
export type ObjectDescribe = z.infer<typeof ObjectDescribe>

/** Both sides of one object pair, for the mapping editor. */
export const PairSchema = z
  .object({
    object: SalesforceObject,
    /** Null where this user may not read the object. */
    describe: ObjectDescribe.nullable(),
    /** Null for Opportunity until a pipeline is chosen. */
    recordType: RecordTypeSchema.nullable(),
  })
  .meta({ id: 'PairSchema' })
export type PairSchema = z.infer<typeof PairSchema>
