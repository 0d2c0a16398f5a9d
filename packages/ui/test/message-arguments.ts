import { parsePattern, type Pattern, type Place } from '../src/message-pattern.ts'

/** The values that a message asks for, by name, with each way it asks for them. */
export function argumentsOf(message: string): Map<string, Place[]> {
  const found = new Map<string, Place[]>()
  collect(parsePattern(message), found)
  return found
}

function collect(pattern: Pattern, found: Map<string, Place[]>): void {
  for (const piece of pattern) {
    if (typeof piece === 'string') continue
    found.set(piece.name, [...(found.get(piece.name) ?? []), piece])
    for (const option of piece.options?.values() ?? []) collect(option, found)
  }
}
