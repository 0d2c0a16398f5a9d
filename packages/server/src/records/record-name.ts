import type { RecordWrite } from '../engine/ports/index.ts'

/** What people call a record: its name, or a person's first and last name. */
export function recordName({ name, first_name: first, last_name: last }: RecordWrite['values']): string {
  if (typeof name === 'string') return name
  return [first, last].flatMap((part) => (typeof part === 'string' && part !== '' ? [part] : [])).join(' ')
}
