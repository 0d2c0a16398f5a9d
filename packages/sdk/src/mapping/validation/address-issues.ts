import type { MappingIssue } from '../../contract/mapping.ts'
import { addressComponents } from '../plans/address-components.ts'
import { flows } from '../effective-direction.ts'
import { removeFix, turnFix } from './issue-fixes.ts'
import type { KnownPair } from './known-pair.ts'
import { fieldIssue, type PairContext } from './pair-context.ts'
import { type AddressPart, addressParts } from '../values/value-shape.ts'
import { isWritable } from '../plans/writable-field.ts'

const partWords: Readonly<Record<AddressPart, string>> = {
  street: 'street',
  city: 'city',
  state: 'state',
  postalCode: 'postal code',
  country: 'country',
}

/** Parts of an address that this user cannot see or write stay behind. */
export function addressIssues(context: PairContext, { fieldPair, field, direction }: KnownPair): MappingIssue[] {
  if (field.type !== 'address' || direction === null) return []
  const fields = context.describe?.fields ?? []
  const components = addressComponents(field, fields)
  if (components.length === 0) {
    const sentence = `The connected user can see no part of ${field.label}. Ask a Salesforce admin for access, or remove this pair.`
    return [fieldIssue(context, fieldPair, 'field_missing', direction, sentence, [removeFix(fieldPair)])]
  }
  const hidden = addressParts.filter((part) => !components.some((component) => component.part === part))
  const locked = components.filter(({ name, code }) => ![name, code].some((part) => part && isWritable(part, fields)))
  const issues: MappingIssue[] = []
  if (hidden.length > 0) {
    const sentence = `The connected user cannot see the ${inWords(hidden)} of ${field.label}, which stays behind.`
    issues.push(fieldIssue(context, fieldPair, 'lossy_conversion', null, sentence))
  }
  if (flows(direction, 'push') && locked.length > 0 && locked.length < components.length) {
    const parts = inWords(locked.map(({ part }) => part))
    const sentence = `On push: the connected user may not write the ${parts} of ${field.label}, which stays behind.`
    const fixes = direction === 'bidirectional' ? turnFix(context, fieldPair, 'pull') : []
    issues.push(fieldIssue(context, fieldPair, 'lossy_conversion', null, sentence, fixes))
  }
  return issues
}

function inWords(parts: readonly AddressPart[]): string {
  return parts.map((part) => partWords[part]).join(', ')
}
