/** Each handler of `HostEvents` with its type, as its source has it. */
export function eventsIn(source: string): Record<string, string> {
  return Object.fromEntries([...source.matchAll(/^ {2}(on\w+): (\(.*\)) => void$/gm)].map(([, name, given]) => [name, given]))
}
