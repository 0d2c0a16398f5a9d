import { scenarioNow } from '@pryzm/salesforce-sdk/testing'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

/** A scenario whose every instant is as far from now as it was from the scenario's own present. */
export function atPresent<Data>(data: Data, shift = Date.now() - Date.parse(scenarioNow)): Data {
  if (typeof data === 'string') return (instant.test(data) ? new Date(Date.parse(data) + shift).toISOString() : data) as Data
  if (Array.isArray(data)) return data.map((item: unknown) => atPresent(item, shift)) as Data
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, atPresent(value as unknown, shift)])) as Data
}
