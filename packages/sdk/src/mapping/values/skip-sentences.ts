import type { SkipReason } from '../../contract/job.ts'
import type { Attribute, SalesforceField } from '../../contract/schema.ts'
import { objectOf, objectPairLabels } from '../words.ts'
import { Unfit } from './unfit.ts'
import type { NoMatch } from '../options/match.ts'

/** Why a relation was left out, for a record whose counterpart on the other side is not linked. */
export interface UnresolvedSkip {
  reason: SkipReason
  sentence: string
}

/** A relation whose related record is not linked yet: sync or push the parent first. */
export function relationNotLinked(attribute: Attribute, way: 'pull' | 'push'): UnresolvedSkip {
  const labels = attribute.relatedRecordType ? objectPairLabels[objectOf(attribute.relatedRecordType)] : undefined
  const sentence =
    way === 'pull'
      ? `The ${labels?.salesforce ?? 'record'} that ${attribute.label} points at is not linked to a record in Pryzm. Pull ${labels?.salesforcePlural ?? 'it'} first, then this record again.`
      : `The record in ${attribute.label} is not linked to Salesforce. Push or pull it first, then push this record again.`
  return { reason: 'related_not_linked', sentence }
}

/** A user for whom the other side has no user, or several, with the same email address. */
export function userNotMatched(attribute: Attribute, email: string | null, way: 'pull' | 'push'): UnresolvedSkip {
  const side = way === 'pull' ? 'user in Pryzm has' : 'active standard user in Salesforce has'
  const who = email === null ? 'the email address of this user' : `the email address ${email}`
  return { reason: 'user_not_matched', sentence: `${attribute.label}: not exactly one ${side} ${who}.` }
}

export const unfit = {
  required: (attribute: Attribute) =>
    new Unfit('blank_required', `Salesforce has no value, but ${attribute.label} is required in Pryzm.`),
  keptOnPull: (attribute: Attribute) =>
    new Unfit('blank_kept', `Salesforce has no value, and this pair keeps what ${attribute.label} has in Pryzm.`),
  keptOnPush: (attribute: Attribute, field: SalesforceField) =>
    new Unfit('blank_kept', `${attribute.label} is blank, and this pair leaves ${field.label} as it is in Salesforce.`),
  requiredField: (field: SalesforceField) =>
    new Unfit('blank_required', `There is no value, but Salesforce requires one in ${field.label}.`),
  personAccount: (attribute: Attribute) =>
    new Unfit('related_not_linked', `This contact belongs to a person account, so ${attribute.label} stays as it is.`),
  shape: (attribute: Attribute) => new Unfit('not_coercible', `The value of ${attribute.label} has an unsupported shape.`),
  notA: (thing: string, target: string) => new Unfit('not_coercible', `${target} needs ${thing}.`),
  tooLong: (target: string, longest: number, length: number) =>
    new Unfit('too_long', `${target} holds ${longest} characters, but the value has ${length}.`),
  tooManyDigits: (target: string, whole: number) =>
    new Unfit('out_of_range', `${target} holds ${count(whole, 'digit')} before the decimal point; the value has more.`),
  tooManyDigitsInAll: (target: string, all: number) =>
    new Unfit('out_of_range', `${target} holds ${count(all, 'digit')} in all; the value has more.`),
  tooManyDecimals: (target: string, scale: number) =>
    new Unfit('out_of_range', `${target} holds ${count(scale, 'decimal place')}; the value has more.`),
  outOfRange: (target: string, range: string) => new Unfit('out_of_range', `${target} holds ${range}.`),
  createOnly: (field: SalesforceField) =>
    new Unfit('create_only', `Salesforce takes ${field.label} only when a record is created.`),
  readOnly: (field: SalesforceField) => new Unfit('read_only', `The connected user may not write ${field.label}.`),
  readOnlyOnCreate: (field: SalesforceField) =>
    new Unfit('read_only', `Salesforce takes ${field.label} only once the record exists. Push this record again to send it.`),
  neverSynced: (attribute: Attribute, field: SalesforceField) =>
    new Unfit(
      'blank_never_synced',
      `${attribute.label} is blank and was never synced with a value, so ${field.label} keeps what Salesforce has.`,
    ),
  notKept: (field: SalesforceField, held: string) =>
    new Unfit(
      'not_kept_by_salesforce',
      held === ''
        ? `Salesforce took the value of ${field.label} but left the field blank.`
        : `Salesforce took the value of ${field.label} but holds "${short(held)}".`,
    ),
  noOption: (value: string, attribute: Attribute, missing: NoMatch) =>
    new Unfit(
      'option_mismatch',
      missing === 'several'
        ? `"${short(value)}" is matched to several options of ${attribute.label}.`
        : `"${short(value)}" matches no option of ${attribute.label}.`,
    ),
  noValue: (option: string, field: SalesforceField, missing: NoMatch) =>
    new Unfit('option_mismatch', noValueSentence(short(option), field, missing)),
  unknownCurrency: (field: SalesforceField, code: string) =>
    new Unfit('currency_mismatch', `The org has no active currency ${short(code)}, so ${field.label} is not sent.`),
  fixedCurrency: (field: SalesforceField, code: string) =>
    new Unfit(
      'currency_mismatch',
      `The connected user may not choose the currency of a new record, so ${field.label} in ${short(code)} is not sent.`,
    ),
  otherCurrency: (target: string, expected: string, found: string) =>
    new Unfit('currency_mismatch', `${target} is in ${expected}, but the value is in ${short(found)}.`),
} as const

function noValueSentence(option: string, field: SalesforceField, missing: NoMatch): string {
  if (missing === 'inactive') return `"${option}" belongs to an inactive value of ${field.label}, which Salesforce refuses.`
  if (missing === 'taken') return `"${option}" and another option match the same value of ${field.label}. Match them by hand.`
  return missing === 'several'
    ? `"${option}" is matched to several values of ${field.label}.`
    : `"${option}" matches no value of ${field.label}.`
}

function count(number: number, noun: string): string {
  return `${number === 0 ? 'no' : number} ${noun}${number === 1 ? '' : 's'}`
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
