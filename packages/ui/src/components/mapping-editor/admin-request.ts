import type { IssueCode, MappingIssue, OrgInfo } from '@pryzm/salesforce-sdk'
import type { EditorWords } from './editor-words.ts'

const objectAccess: ReadonlySet<IssueCode> = new Set(['object_not_accessible', 'object_not_creatable', 'object_not_editable'])

/** What a Salesforce admin is asked for where only an admin can mend an issue, as a message to send; null for every other issue. */
export function adminRequest(
  { code, object, field, severity }: MappingIssue,
  org: OrgInfo | null,
  t: EditorWords['t'],
): string | null {
  if (!org) return null
  const place = { org: org.name, user: org.username, object }
  const link = `${org.instanceUrl}/lightning/setup/ObjectManager/${object}/FieldsAndRelationships/view`
  if (code === 'field_missing' && field !== null) return `${t.fieldRequest({ ...place, field })}\n${link}`
  if (!objectAccess.has(code) || (severity === 'warning' && code !== 'object_not_creatable')) return null
  return `${t.objectRequest(place)}\n${org.instanceUrl}/lightning/setup/PermSets/home`
}
