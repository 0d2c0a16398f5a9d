import type { Connection, MappingIssue, Run, SavedMapping, SetupReport } from '@pryzm/salesforce-sdk'

export const stepKeys = ['connection', 'setup', 'mapping', 'sync'] as const
export type StepKey = (typeof stepKeys)[number]

export interface SettingsFacts {
  connection: Connection
  /** Null while Salesforce has not been asked, or cannot be. */
  setup: SetupReport | null
  /** True while the first setup check is on its way. */
  checkingSetup: boolean
  mapping: SavedMapping
  run: Run | null
}

export interface Step {
  key: StepKey
  /**
   * `current` is the first that is not done; what follows it and is not done either is `upcoming`. While the setup is
   * `checking`, nothing is current: which step is next depends on the answer.
   */
  state: 'done' | 'checking' | 'current' | 'upcoming'
}

/** How far the workspace has come, in the order in which it has to be done. */
export function settingsSteps(facts: SettingsFacts): Step[] {
  const done: Record<StepKey, boolean> = {
    connection: facts.connection.status === 'connected',
    setup: facts.setup !== null && !facts.setup.checks.some(blocksSetup),
    mapping: facts.mapping.version > 0 && blockingMappingIssues(facts.mapping).length === 0,
    sync: facts.run !== null && (facts.run.state === 'succeeded' || facts.run.state === 'completed_with_errors'),
  }
  const current = facts.checkingSetup ? undefined : stepKeys.find((key) => !done[key])
  return stepKeys.map((key) => ({ key, state: done[key] ? 'done' : key === current ? 'current' : waitingState(key, facts) }))
}

function waitingState(key: StepKey, { checkingSetup }: SettingsFacts): 'checking' | 'upcoming' {
  return checkingSetup && key === 'setup' ? 'checking' : 'upcoming'
}

// A chosen pipeline and mapped fields are the mapping step's matter, though the checklist shows them too.
function blocksSetup({ kind, status }: SetupReport['checks'][number]): boolean {
  return status === 'fail' && kind !== 'pipeline' && kind !== 'mapped_fields'
}

/** The blocking issues that are mended in the mapping rather than in Salesforce. */
export function blockingMappingIssues({ issues }: SavedMapping): MappingIssue[] {
  return issues.filter(
    ({ severity, code }) => severity === 'blocking' && !code.startsWith('pryzm_id_') && code !== 'object_not_accessible',
  )
}

/** Pairs of enabled objects, and how many of them have an issue that leaves a field out. */
export function mappedPairs({ mapping, issues }: SavedMapping): { pairs: number; attention: number } {
  const pairs = mapping.pairs.filter(({ enabled }) => enabled).reduce((sum, { fields }) => sum + fields.length, 0)
  const concerned = new Set(
    issues.filter(({ severity }) => severity !== 'warning').map(({ object, pairId }) => `${object} ${pairId}`),
  )
  return { pairs, attention: concerned.size }
}
