import { type Mapping, type MappingIssue, SyncError } from '@pryzm/salesforce-sdk/contract'
import { validateMapping } from '@pryzm/salesforce-sdk/mapping'
import { openOrg } from './open-org.ts'
import type { Ports } from './ports/index.ts'
import { readSides, type Sides } from './read-sides.ts'

export interface CheckedMapping {
  issues: MappingIssue[]
  /** False where Salesforce could not be asked, so that only Pryzm's side was checked. */
  checkedAgainstSalesforce: boolean
}

/** Says what is wrong with a mapping; that Salesforce cannot be asked is part of the answer, not an error. */
export async function checkMapping(ports: Ports, workspace: string, mapping: Mapping): Promise<CheckedMapping> {
  const sides = await askedSides(ports, workspace, mapping)
  if (sides !== null) return { issues: validateMapping(mapping, sides), checkedAgainstSalesforce: true }
  const pryzmAlone = await readSides(ports, workspace, mapping, null)
  return { issues: validateMapping(mapping, pryzmAlone), checkedAgainstSalesforce: false }
}

async function askedSides(ports: Ports, workspace: string, mapping: Mapping): Promise<Sides | null> {
  try {
    const open = await openOrg(ports, workspace)
    return await readSides(ports, workspace, mapping, open, { conditional: true })
  } catch (error) {
    if (!(error instanceof SyncError) || error.code === 'internal') throw error
    return null
  }
}
