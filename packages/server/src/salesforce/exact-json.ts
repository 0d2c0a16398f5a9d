import { decimalText } from './decimal-text.ts'

/** Parses JSON with every number as its plain decimal text, so that no digit is lost in a double. */
export function parseExactJson(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? decimalText(context?.source ?? String(value)) : value,
  )
}
