import type { SalesforceField } from '../src/contract/schema.ts'
import type { PushBody } from '../src/mapping/plans/push-context.ts'

/** What a record holds after a write, as Salesforce keeps and prints it: texts trimmed, emails in lower case, codes with their names. */
export function heldAfter(body: PushBody, fields: readonly SalesforceField[]): Record<string, string | null> {
  const held: Record<string, string | null> = {}
  for (const field of fields) {
    const written = body[field.name]
    if (written === undefined) continue
    held[field.name] = written === null ? null : kept(field, String(written))
  }
  for (const code of fields.filter(({ name }) => name.endsWith('Code'))) {
    const name = code.name.replace(/Code$/, '')
    if (code.name in held && !(name in held)) held[name] = labelOf(code, held[code.name] ?? null)
  }
  return held
}

function kept({ type }: SalesforceField, text: string): string | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  return type === 'email' ? trimmed.toLowerCase() : trimmed
}

function labelOf({ picklistValues }: SalesforceField, code: string | null): string | null {
  return picklistValues.find(({ value }) => value === code)?.label ?? null
}
