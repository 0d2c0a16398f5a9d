import type { ScenarioJob } from './scenario.ts'

/** The id of the job whose results a path asks for as a file; null for any other path. */
export function resultsFileIn(path: string): string | null {
  const [, id] = /^\/jobs\/([^/]+)\/results\.csv$/.exec(path) ?? []
  return id === undefined ? null : decodeURIComponent(id)
}

/** The results of a job as the file that a person downloads. */
export function resultsCsv({ records }: ScenarioJob): Response {
  const lines = records.map(({ result }) => [result.outcome, JSON.stringify(result.name ?? ''), result.salesforceId].join(','))
  return new Response(['outcome,name,salesforceId', ...lines].join('\r\n'), { headers: { 'content-type': 'text/csv' } })
}
