import { weighUi } from '../../scripts/weigh-ui.ts'
import type { Results } from '../figures.ts'

/** What each entry of the ui package weighs in all, and before anything is opened. */
export async function measureSizes(): Promise<Results> {
  const results: Results = {}
  for (const [name, { total, first }] of Object.entries(await weighUi())) {
    results[`ui.${name}Kb`] = total
    if (name !== 'styles') results[`ui.${name}FirstKb`] = first
  }
  return results
}
