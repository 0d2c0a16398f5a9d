import * as z from 'zod'
import { fieldFromMetadata, type CustomFieldMetadata } from '../org/custom-field-metadata.ts'
import { standardObjects } from '../org/objects/standard-objects.ts'
import { isRequired, type Field } from '../org/objects/field.ts'
import type { Row, Value } from '../org/table.ts'
import { coerce } from '../org/writing/coerce.ts'
import { readInput } from '../inputs/read-input.ts'
import { value } from '../inputs/value.ts'
import { acmeIndustrial, acmeUsers } from './acme-industrial.ts'
import { listedRecords, seededId } from './listed-records.ts'
import { salesStages } from './sales-stages.ts'
import { seedUser, type GivenUser } from './seed-user.ts'
import type { ObjectSeed, Seed, SeededObject, SeedUser } from './seed.ts'

const objectNames = ['Account', 'Contact', 'Opportunity'] as const satisfies readonly SeededObject[]

const user: z.ZodType<GivenUser> = z.strictObject({
  username: z.string(),
  profile: z.enum(['System Administrator', 'Standard User']).optional(),
  email: z.string().optional(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  title: z.string().optional(),
  active: z.boolean().optional(),
})

const records = z.partialRecord(z.enum(objectNames), z.array(z.record(z.string(), z.unknown())))

const seedShape = z.strictObject({
  name: z.string().optional(),
  organization: z.record(z.string(), value).optional(),
  users: z.array(user).optional(),
  fields: records.optional(),
  records: records.optional(),
})

/** JSON objects by the object of the org they are for. */
type Lists = Partial<Record<SeededObject, readonly Record<string, unknown>[]>>

/**
 * Makes a seed from JSON: `{ name, organization, users, fields, records }`, all of them optional. A record can name itself by
 * `"attributes": { "referenceId": "acme" }`, and others refer to it by `"AccountId": "@acme"`, as in files of the Salesforce CLI.
 * Throws an error whose sentence names the place and what is allowed there.
 */
export function seedFromJson(json: unknown): Seed {
  const { name = 'custom', organization = {}, users, ...lists } = readInput(seedShape, json)
  const fields: Lists = lists.fields ?? {}
  const records: Lists = lists.records ?? {}
  const ids = referenceIds(records)
  const made = objectNames.map((objectName) => {
    const custom = (fields[objectName] ?? []).map((metadata, at) => customField(metadata, `fields.${objectName}[${at}]`))
    return [objectName, objectSeed(objectName, custom, records[objectName] ?? [], ids)] as const
  })
  return {
    name,
    organization: { ...acmeIndustrial, ...organization },
    users: users ? seedUsers(users) : acmeUsers,
    stages: salesStages,
    objects: Object.fromEntries(made) as Record<SeededObject, ObjectSeed>,
  }
}

function seedUsers(users: readonly GivenUser[]): readonly SeedUser[] {
  const [first] = users
  if (!first) throw new Error('"users" is empty. Give at least one user, or leave it out; the first one administers the org.')
  if (first.profile === 'Standard User') {
    throw new Error('"users[0].profile" is "Standard User". The first user administers the org: give System Administrator.')
  }
  return users.map((one, at) => seedUser(at, one))
}

function customField(metadata: Record<string, unknown>, key: string): Field {
  const { name, ...rest } = metadata
  if (typeof name !== 'string' || !/^[A-Za-z]\w*__c$/.test(name)) {
    throw new Error(`"${key}.name" is ${JSON.stringify(name)}. Give a name that ends in __c: Region__c.`)
  }
  const label = name.replace(/__c$/, '').replaceAll('_', ' ')
  return saying(key, () => fieldFromMetadata(name, { label, ...rest } as CustomFieldMetadata))
}

/** The ids of records that name themselves. */
function referenceIds(records: Lists): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const objectName of objectNames) {
    for (const [at, { attributes }] of (records[objectName] ?? []).entries()) {
      const reference: unknown = Object(attributes).referenceId
      if (typeof reference !== 'string') continue
      if (ids.has(reference))
        throw new Error(`"records.${objectName}[${at}]" has the referenceId "${reference}" of another record.`)
      ids.set(reference, seededId(objectName, at))
    }
  }
  return ids
}

function objectSeed(
  objectName: SeededObject,
  custom: readonly Field[],
  records: readonly Record<string, unknown>[],
  ids: ReadonlyMap<string, string>,
): ObjectSeed {
  const fields = [...(standardObjects.find(({ name }) => name === objectName)?.fields ?? []), ...custom]
  const rows = records.map((record, at) => recordRow(fields, record, ids, `records.${objectName}[${at}]`))
  return listedRecords(objectName, objectName === 'Opportunity' ? rows.map(withStage) : rows, custom)
}

function recordRow(
  fields: readonly Field[],
  record: Record<string, unknown>,
  ids: ReadonlyMap<string, string>,
  key: string,
): Row {
  const given = Object.entries(record).filter(([name]) => name !== 'attributes')
  const row = Object.fromEntries(given.map(([name, input]) => cellOf(fields, name, input, ids, key)))
  const missing = fields.find((field) => isRequired(field) && (row[field.name] ?? null) === null)
  if (missing) throw new Error(`"${key}.${missing.name}" is missing: no record can be without it.`)
  return row
}

function cellOf(
  fields: readonly Field[],
  name: string,
  input: unknown,
  ids: ReadonlyMap<string, string>,
  key: string,
): [string, Value] {
  const field = fields.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase())
  if (!field) throw new Error(`"${key}" has "${name}", which is no field of this object. Custom ones stand under "fields".`)
  if (!field.createable && !['CreatedDate', 'LastModifiedDate'].includes(field.name)) {
    throw new Error(`"${key}.${field.name}" can't be given: the org fills it in.`)
  }
  const reference = field.type === 'reference' && typeof input === 'string' && input.startsWith('@') ? input.slice(1) : undefined
  if (reference === undefined) return [field.name, saying(`${key}.${field.name}`, () => coerce(field, input))]
  const id = ids.get(reference)
  if (id === undefined) throw new Error(`"${key}.${field.name}" is "@${reference}", but no record has this referenceId.`)
  return [field.name, id]
}

/** Probability and forecast follow the stage where a deal does not say them. */
function withStage(row: Row): Row {
  const stage = salesStages.find(({ ApiName }) => ApiName === row.StageName)
  return { ...(stage?.DefaultProbability === undefined ? {} : { Probability: stage.DefaultProbability }), ...row }
}

function saying<T>(key: string, make: () => T): T {
  try {
    return make()
  } catch (error) {
    throw new Error(`"${key}": ${(error as Error).message}`, { cause: error })
  }
}
