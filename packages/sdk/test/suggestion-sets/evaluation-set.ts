import type { SalesforceObject } from '../../src/contract/shared.ts'

/**
 * The schema of one team and the pairs that a person would choose in it. Each line: name, label, type (with a relation's
 * target, or `255` characters, or `.2` decimal places at most), Salesforce field.
 * `-` in place of the field: nothing in Salesforce holds this; `?Field`: some would choose it, and some would not; `A or B`: both
 * are right. Every other pair above the accept threshold is wrong.
 */
export interface EvaluationSet {
  name: string
  /** True where the words and scores were not chosen with this set in sight: it tells how well they do with strangers. */
  heldOut?: boolean
  schemas: Partial<Record<SalesforceObject, string>>
  /** Fields that the team's org has besides the usual ones, as `fieldTable` reads them. */
  fields?: Partial<Record<SalesforceObject, string>>
  /** Labels of the org where it does not speak English, by API name; `*` for every object. */
  labels?: Readonly<Record<string, string>>
}
