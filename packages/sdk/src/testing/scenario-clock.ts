/** The moment in which every scenario plays. */
export const scenarioNow = '2026-03-04T10:00:00.000Z'

/** An instant some minutes before the scenario's now. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.parse(scenarioNow) - minutes * 60_000).toISOString()
}
